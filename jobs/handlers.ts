import { spreadPosting } from '#jobs/application/spread-posting.ts';
import { settleBatch } from '#jobs/compensation/settle-batch.ts';
import { shareOutPool } from '#jobs/compensation/share-out.ts';
import { enterDeclared } from '#jobs/declaration/enter.ts';
import { mapBatch } from '#jobs/feature/map-relations.ts';
import { postEvent } from '#jobs/guarantee/post-event.ts';
import type { Handlers } from '#jobs/handler.ts';
import { deliverWebhook } from '#jobs/institution/deliver-webhook.ts';
import { releaseHeld } from '#jobs/institution/release-held.ts';
import { spreadWebhook } from '#jobs/institution/spread-webhook.ts';
import { verifyLedgerRows } from '#jobs/ledger/verify-ledger.ts';
import { assessLoan } from '#jobs/loan/assess-loan.ts';
import { followUpLoan } from '#jobs/loan/follow-up.ts';
import { tellLoanParties } from '#jobs/loan/tell-succession.ts';
import { measureReach } from '#jobs/match/measure-reach.ts';
import {
  refreshBatchLists,
  refreshFirmList,
  refreshProductLists,
  refreshProvinceLists,
} from '#jobs/match/refresh-lists.ts';
import { followScores } from '#jobs/modelling/follow-scores.ts';
import { monitorCards } from '#jobs/modelling/monitor-month.ts';
import { runJointStudy } from '#jobs/modelling/run-study.ts';
import { scoreInShadow } from '#jobs/modelling/score-shadow.ts';
import { trainOnOwnLoans } from '#jobs/modelling/train-own.ts';
import { backtestSignal } from '#jobs/monitoring/backtest-signal.ts';
import { climbLadder } from '#jobs/monitoring/climb-ladder.ts';
import { watchBatch } from '#jobs/monitoring/watch-batch.ts';
import { watchDay } from '#jobs/monitoring/watch-day.ts';
import { sendView } from '#jobs/overview/send-subscriptions.ts';
import { sendMail } from '#jobs/platform/send-mail.ts';
import { spreadMail } from '#jobs/platform/spread-mail.ts';
import { startDay } from '#jobs/platform/start-day.ts';
import { turnDay } from '#jobs/platform/turn-day.ts';
import { verifyAuditLog } from '#jobs/platform/verify-audit.ts';
import { simulateScheme } from '#jobs/policy/simulate.ts';
import { bringIntoForce } from '#jobs/product/bring-into-force.ts';
import { checkBatch } from '#jobs/record/check-quality.ts';
import { followSuccessions } from '#jobs/record/follow-succession.ts';
import { settleConflicts } from '#jobs/record/settle-conflict.ts';
import { takeInBatch } from '#jobs/record/take-in.ts';
import { carryPendingCases } from '#jobs/repair/carry-cases.ts';
import { tellArrivedRecords } from '#jobs/repair/tell-arrived.ts';
import { makeReports } from '#jobs/report/make-batch.ts';
import { followBatch } from '#jobs/restatement/follow-batch.ts';
import { restateFirm } from '#jobs/restatement/restate.ts';
import { restateForPerson } from '#jobs/restatement/restate-person.ts';
import { setClocks } from '#jobs/restatement/set-clocks.ts';
import { refreshFirm } from '#jobs/score/refresh-firm.ts';
import { rescoreBatch } from '#jobs/score/rescore-batch.ts';
import { rescoreProvince } from '#jobs/score/rescore-province.ts';

import { computeRun } from '#jobs/subsidy/compute-run.ts';
import { payRun } from '#jobs/subsidy/pay-run.ts';

/** Who does which job: a name without a handler does not compile. */
export const handlers: Handlers = {
  'overview.send-subscription': sendView,
  'platform.send-mail': sendMail,
  'platform.spread-mail': spreadMail,
  'platform.start-day': startDay,
  'platform.turn-day': turnDay,
  'platform.verify-audit': verifyAuditLog,
  'guarantee.post-event': postEvent,
  'compensation.settle-batch': settleBatch,
  'compensation.share-out': shareOutPool,
  'application.spread-posting': spreadPosting,
  'institution.deliver-webhook': deliverWebhook,
  'institution.release-held': releaseHeld,
  'institution.spread-webhook': spreadWebhook,
  'ledger.verify': verifyLedgerRows,
  'loan.assess': assessLoan,
  'loan.follow-up': followUpLoan,
  'loan.tell-succession': tellLoanParties,
  'modelling.monitor-month': monitorCards,
  'modelling.follow-scores': followScores,
  'modelling.run-study': runJointStudy,
  'modelling.score-shadow': scoreInShadow,
  'modelling.train-own': trainOnOwnLoans,
  'monitoring.backtest': backtestSignal,
  'monitoring.climb-ladder': climbLadder,
  'monitoring.watch-batch': watchBatch,
  'monitoring.watch-day': watchDay,
  'policy.simulate': simulateScheme,
  'record.check-quality': checkBatch,
  'record.follow-succession': followSuccessions,
  'repair.carry-cases': carryPendingCases,
  'record.settle-conflict': settleConflicts,
  'declaration.enter': enterDeclared,
  'product.bring-into-force': bringIntoForce,
  'match.measure-reach': measureReach,
  'match.refresh-firm': refreshFirmList,
  'match.refresh-batch': refreshBatchLists,
  'match.refresh-product': refreshProductLists,
  'match.refresh-province': refreshProvinceLists,
  'record.take-in': takeInBatch,
  'repair.tell-arrived': tellArrivedRecords,
  'restatement.follow-batch': followBatch,
  'restatement.restate': restateFirm,
  'restatement.restate-person': restateForPerson,
  'restatement.set-clocks': setClocks,
  'report.make-batch': makeReports,
  'score.refresh-firm': refreshFirm,
  'score.rescore-batch': rescoreBatch,
  'feature.map-relations': mapBatch,
  'score.rescore-province': rescoreProvince,
  'subsidy.compute-run': computeRun,
  'subsidy.pay-run': payRun,
};
