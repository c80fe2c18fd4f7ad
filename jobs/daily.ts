import { measureBanks } from '#jobs/application/measure-responses.ts';
import { returnLapsed } from '#jobs/application/return-lapsed.ts';
import { returnPostedNeeds } from '#jobs/application/return-needs.ts';
import { tellOfLateBuyers } from '#jobs/application/tell-late-buyers.ts';
import { lapseHolds } from '#jobs/compensation/lapse-holds.ts';
import { chaseRecipients } from '#jobs/consent/chase-withdrawals.ts';
import { remindConsents } from '#jobs/consent/remind-expiry.ts';
import { remindRetests } from '#jobs/institution/remind-retests.ts';
import { expireLedgerHolds } from '#jobs/ledger/expire-holds.ts';
import { orderLedgerProof } from '#jobs/ledger/verify-ledger.ts';
import { chaseMaturity } from '#jobs/loan/chase-maturity.ts';
import { classifyLoans } from '#jobs/loan/classify-loans.ts';
import { repriceFloating } from '#jobs/loan/reprice-floating.ts';
import { orderMonitoring } from '#jobs/modelling/order-monitoring.ts';
import { makeReturn } from '#jobs/monitoring/make-return.ts';
import { orderWatch } from '#jobs/monitoring/order-watch.ts';
import { orderSubscriptions } from '#jobs/overview/send-subscriptions.ts';
import { anchorAudit } from '#jobs/platform/anchor-audit.ts';
import { pruneOutbox } from '#jobs/platform/prune-outbox.ts';
import { endPrivacyTerms } from '#jobs/privacy/end-terms.ts';
import { turnProductShelf } from '#jobs/product/turn-shelf.ts';
import { checkDay } from '#jobs/record/check-quality.ts';
import { dispatchMonth } from '#jobs/record/dispatch-month.ts';
import { orderSuccession } from '#jobs/record/order-succession.ts';
import { escalateRights } from '#jobs/restatement/escalate-rights.ts';
import { takeEffect } from '#jobs/restatement/take-effect.ts';
import { orderRescore } from '#jobs/score/order-rescore.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { expireUploads } from '~/server/record/expire-uploads.ts';

export type DailyTask = { readonly name: string; work(tx: Tx, today: Day): Promise<void> };

/** What happens once a day, in this order. A long task orders jobs of its own through the outbox. */
export const dailyTasks: readonly DailyTask[] = [
  { name: 'escalate-rights', work: escalateRights },
  { name: 'restate-announced', work: takeEffect },
  { name: 'return-lapsed', work: returnLapsed },
  { name: 'return-needs', work: returnPostedNeeds },
  { name: 'tell-late-buyers', work: tellOfLateBuyers },
  { name: 'remind-consents', work: remindConsents },
  { name: 'remind-retests', work: remindRetests },
  { name: 'chase-recipients', work: chaseRecipients },
  { name: 'reprice-loans', work: repriceFloating },
  { name: 'classify-loans', work: classifyLoans },
  { name: 'chase-maturity', work: chaseMaturity },
  { name: 'lapse-holds', work: lapseHolds },
  { name: 'expire-ledger-holds', work: expireLedgerHolds },
  { name: 'watch-loans', work: orderWatch },
  { name: 'make-return', work: makeReturn },
  { name: 'check-quality', work: checkDay },
  { name: 'expire-uploads', work: expireUploads },
  { name: 'dispatch-month', work: dispatchMonth },
  { name: 'order-succession', work: orderSuccession },
  { name: 'turn-shelf', work: turnProductShelf },
  { name: 'measure-responses', work: measureBanks },
  { name: 'order-rescore', work: orderRescore },
  { name: 'order-monitoring', work: orderMonitoring },
  { name: 'order-subscriptions', work: orderSubscriptions },
  { name: 'anchor-audit', work: anchorAudit },
  { name: 'prove-ledger', work: orderLedgerProof },
  { name: 'end-privacy-terms', work: endPrivacyTerms },
  { name: 'prune-outbox', work: pruneOutbox },
];
