import { accessRefusals } from '~/text/access.ts';
import { alertRefusals } from '~/text/alert.ts';
import { clientRefusals } from '~/text/api-client.ts';
import { applicationRefusals } from '~/text/application-refusal.ts';
import { branchRefusals } from '~/text/branch.ts';
import { cardRefusals } from '~/text/card-refusals.ts';
import { caseDeskRefusals } from '~/text/case-desk.ts';
import { caseFileRefusals } from '~/text/case-file.ts';
import { catalogueRefusals } from '~/text/catalogue-desk.ts';
import { circleRefusals } from '~/text/circle.ts';
import { committeeRefusals } from '~/text/committee.ts';
import { poolRefusals } from '~/text/compensation-pool.ts';
import { compensationRefusals } from '~/text/compensation-refusal.ts';
import { consentRefusals } from '~/text/consent-refusal.ts';
import { cultivationRefusals } from '~/text/cultivation.ts';
import { declarationRefusals } from '~/text/declaration.ts';
import type { TextTable } from '~/text/define.ts';
import { enterpriseRefusals } from '~/text/enterprise-refusal.ts';
import { guaranteeRefusals } from '~/text/guarantee-refusal.ts';
import { identityRefusals } from '~/text/identity-refusal.ts';
import { institutionRefusals } from '~/text/institution.ts';
import { evidenceRefusals } from '~/text/institution-evidence.ts';
import { jointRefusals } from '~/text/joint.ts';
import { ledgerRefusals } from '~/text/ledger-refusal.ts';
import { loanRefusals } from '~/text/loan.ts';
import { loanOfficeRefusals } from '~/text/loan-office.ts';
import { renewalRefusals } from '~/text/loan-renewal.ts';
import { loanServicingRefusals } from '~/text/loan-servicing-refusals.ts';
import { mailRefusals } from '~/text/mail-setting.ts';
import { modellingRefusals } from '~/text/modelling-refusal.ts';
import { moneyRefusals } from '~/text/money-statement.ts';
import { monitorRefusals } from '~/text/monitor-replay.ts';
import { returnRefusals } from '~/text/month-return.ts';
import { needRefusals } from '~/text/need.ts';
import { postingRefusals } from '~/text/need-posting.ts';
import { policyRefusals } from '~/text/policy-refusal.ts';
import { portfolioRefusals } from '~/text/portfolio.ts';
import { preCheckRefusals } from '~/text/pre-check.ts';
import { privacyRefusals } from '~/text/privacy-refusal.ts';
import { probingRefusals } from '~/text/probing.ts';
import { productDraftRefusals } from '~/text/product-draft-refusal.ts';
import { recommendedRefusals } from '~/text/recommended.ts';
import { reconciliationRefusals } from '~/text/reconciliation.ts';
import { recordRefusals } from '~/text/record-refusals.ts';
import { allRefusals } from '~/text/refusal.ts';
import { reportRefusals } from '~/text/report.ts';
import { rightsRefusals } from '~/text/rights-refusal.ts';
import { scoreRefusals } from '~/text/score.ts';
import { signalRefusals } from '~/text/signal-refusal.ts';
import { subscriptionRefusals } from '~/text/subscription.ts';
import { subsidyRefusals } from '~/text/subsidy-refusal.ts';
import { successionRefusals } from '~/text/succession.ts';
import { tradeRefusals } from '~/text/trade.ts';
import { uploadRefusals } from '~/text/upload.ts';
import { verificationRefusals } from '~/text/verification.ts';
import { webhookRefusals } from '~/text/webhook.ts';

/** Every refusal a person can meet, from every stage; a code without a wording fails a test. */
export const refusals: TextTable = allRefusals(
  branchRefusals,
  scoreRefusals,
  monitorRefusals,
  needRefusals,
  postingRefusals,
  loanRefusals,
  ledgerRefusals,
  loanServicingRefusals,
  renewalRefusals,
  loanOfficeRefusals,
  moneyRefusals,
  subsidyRefusals,
  guaranteeRefusals,
  compensationRefusals,
  poolRefusals,
  portfolioRefusals,
  accessRefusals,
  mailRefusals,
  subscriptionRefusals,
  enterpriseRefusals,
  institutionRefusals,
  probingRefusals,
  evidenceRefusals,
  alertRefusals,
  signalRefusals,
  caseDeskRefusals,
  caseFileRefusals,
  circleRefusals,
  committeeRefusals,
  returnRefusals,
  consentRefusals,
  applicationRefusals,
  recordRefusals,
  uploadRefusals,
  verificationRefusals,
  reconciliationRefusals,
  successionRefusals,
  declarationRefusals,
  policyRefusals,
  catalogueRefusals,
  clientRefusals,
  privacyRefusals,
  identityRefusals,
  productDraftRefusals,
  rightsRefusals,
  reportRefusals,
  modellingRefusals,
  cardRefusals,
  jointRefusals,
  webhookRefusals,
  preCheckRefusals,
  tradeRefusals,
  cultivationRefusals,
  recommendedRefusals,
);
