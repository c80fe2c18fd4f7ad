import { accessFlashes } from '~/text/access.ts';
import { alertFlashes } from '~/text/alert.ts';
import { clientFlashes } from '~/text/api-client.ts';
import { applicationFlashes } from '~/text/application-notice.ts';
import { auditFlashes } from '~/text/audit.ts';
import { branchFlashes } from '~/text/branch.ts';
import { caseDeskFlashes } from '~/text/case-desk.ts';
import { caseFileFlashes } from '~/text/case-file.ts';
import { catalogueFlashes } from '~/text/catalogue-desk.ts';
import { committeeFlashes } from '~/text/committee.ts';
import { compensationFlashes } from '~/text/compensation-notice.ts';
import { poolFlashes } from '~/text/compensation-pool.ts';
import { consentFlashes } from '~/text/consent-refusal.ts';
import { cultivationFlashes } from '~/text/cultivation.ts';
import { dataRightsFlashes } from '~/text/data-rights.ts';
import { declarationFlashes } from '~/text/declaration.ts';
import type { TextTable } from '~/text/define.ts';
import { deliveryFlashes } from '~/text/delivery.ts';
import { enterpriseFlashes } from '~/text/enterprise-refusal.ts';
import { firstLoanFlashes } from '~/text/first-loan.ts';
import { guaranteeFlashes } from '~/text/guarantee-refusal.ts';
import { identityFlashes } from '~/text/identity-refusal.ts';
import { institutionFlashes } from '~/text/institution.ts';
import { evidenceFlashes } from '~/text/institution-evidence.ts';
import { jointFlashes } from '~/text/joint.ts';
import { ledgerFlashes } from '~/text/ledger.ts';
import { loanFlashes } from '~/text/loan.ts';
import { loanOfficeFlashes } from '~/text/loan-office.ts';
import { loanServicingFlashes } from '~/text/loan-servicing-refusals.ts';
import { mailFlashes } from '~/text/mail-setting.ts';
import { modellingFlashes } from '~/text/modelling.ts';
import { moneyFlashes } from '~/text/money-statement.ts';
import { returnFlashes } from '~/text/month-return.ts';
import { needFlashes } from '~/text/need.ts';
import { postingFlashes } from '~/text/need-posting.ts';
import { policyFlashes } from '~/text/policy-desk.ts';
import { simulationFlashes } from '~/text/policy-simulation.ts';
import { privacyFlashes } from '~/text/privacy-refusal.ts';
import { probingFlashes } from '~/text/probing.ts';
import { productDraftFlashes } from '~/text/product-draft-refusal.ts';
import { recommendedFlashes } from '~/text/recommended.ts';
import { reconciliationFlashes } from '~/text/reconciliation.ts';
import { reportFlashes } from '~/text/report-page.ts';
import { rightsFlashes } from '~/text/rights-refusal.ts';
import { signalFlashes } from '~/text/signal-refusal.ts';
import { subscriptionFlashes } from '~/text/subscription.ts';
import { subsidyFlashes } from '~/text/subsidy-refusal.ts';
import { successionFlashes } from '~/text/succession.ts';
import { tradeFlashes } from '~/text/trade.ts';
import { uploadFlashes } from '~/text/upload.ts';
import { verificationFlashes } from '~/text/verification.ts';
import { webhookFlashes } from '~/text/webhook.ts';

/** The one-sentence messages after a command, gathered from the stages (`Done.flash.message` is a key of this table). */
export const flashes: TextTable = {
  ...declarationFlashes,
  ...needFlashes,
  ...postingFlashes,
  ...accessFlashes,
  ...enterpriseFlashes,
  ...auditFlashes,
  ...institutionFlashes,
  ...branchFlashes,
  ...evidenceFlashes,
  ...alertFlashes,
  ...caseDeskFlashes,
  ...caseFileFlashes,
  ...committeeFlashes,
  ...returnFlashes,
  ...ledgerFlashes,
  ...firstLoanFlashes,
  ...loanFlashes,
  ...loanServicingFlashes,
  ...loanOfficeFlashes,
  ...compensationFlashes,
  ...poolFlashes,
  ...consentFlashes,
  ...applicationFlashes,
  ...deliveryFlashes,
  ...policyFlashes,
  ...signalFlashes,
  ...privacyFlashes,
  ...probingFlashes,
  ...identityFlashes,
  ...dataRightsFlashes,
  ...simulationFlashes,
  ...productDraftFlashes,
  ...moneyFlashes,
  ...subsidyFlashes,
  ...guaranteeFlashes,
  ...catalogueFlashes,
  ...clientFlashes,
  ...uploadFlashes,
  ...verificationFlashes,
  ...rightsFlashes,
  ...reportFlashes,
  ...reconciliationFlashes,
  ...successionFlashes,
  ...modellingFlashes,
  ...jointFlashes,
  ...webhookFlashes,
  ...tradeFlashes,
  ...cultivationFlashes,
  ...recommendedFlashes,
  ...mailFlashes,
  ...subscriptionFlashes,
};
