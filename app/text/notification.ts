import { alertNotifications } from '~/text/alert.ts';
import { applicationNotifications } from '~/text/application-notice.ts';
import { caseNotifications } from '~/text/case-file.ts';
import { committeeNotifications } from '~/text/committee.ts';
import { compensationNotifications } from '~/text/compensation-notice.ts';
import { consentNotifications } from '~/text/consent-refusal.ts';
import { cultivationNotifications } from '~/text/cultivation.ts';
import { declarationNotifications } from '~/text/declaration.ts';
import type { TextTable } from '~/text/define.ts';
import { dispatchNotifications } from '~/text/dispatch.ts';
import { guaranteeNotifications } from '~/text/guarantee-refusal.ts';
import { institutionNotifications } from '~/text/institution.ts';
import { ledgerNotifications } from '~/text/ledger-proof.ts';
import { loanNotifications } from '~/text/loan-servicing-refusals.ts';
import { returnNotifications } from '~/text/month-return.ts';
import { postingNotifications } from '~/text/need-posting.ts';
import { privacyPurgeNotifications } from '~/text/privacy-purge.ts';
import { privacyNotifications } from '~/text/privacy-refusal.ts';
import { recommendedNotifications } from '~/text/recommended.ts';
import { reconciliationNotifications } from '~/text/reconciliation.ts';
import { rightsNotifications } from '~/text/rights-refusal.ts';
import { subscriptionNotifications } from '~/text/subscription.ts';
import { subsidyNotifications } from '~/text/subsidy-refusal.ts';
import { tradeNotifications } from '~/text/trade.ts';
import { webhookNotifications } from '~/text/webhook.ts';

/**
 * The sentence of each kind of notification, made from its params; each stage exports its own table and is listed here.
 * Nothing confidential: the sentence names what happened, the linked page shows it to those who may see it.
 */
export const notifications: TextTable = {
  ...declarationNotifications,
  ...alertNotifications,
  ...caseNotifications,
  ...committeeNotifications,
  ...returnNotifications,
  ...compensationNotifications,
  ...consentNotifications,
  ...applicationNotifications,
  ...postingNotifications,
  ...ledgerNotifications,
  ...loanNotifications,
  ...subsidyNotifications,
  ...guaranteeNotifications,
  ...privacyNotifications,
  ...privacyPurgeNotifications,
  ...rightsNotifications,
  ...reconciliationNotifications,
  ...dispatchNotifications,
  ...tradeNotifications,
  ...cultivationNotifications,
  ...recommendedNotifications,
  ...webhookNotifications,
  ...institutionNotifications,
  ...subscriptionNotifications,
};
