import { z } from 'zod';
import { aDay, job } from '#jobs/contract-job.ts';
import { monitoringJobs } from '#jobs/contract-monitoring.ts';
import { postingTypes, webhookTypes } from '~/domain/institution/webhook.ts';
import { restatementCauses } from '~/domain/objection/cause.ts';

const spreading = (p: { notificationId: string }): string => `spread-mail-${p.notificationId}`;
const posted = z.object({ postingId: z.uuid(), type: z.enum(postingTypes), ref: z.uuid() });
const withdrawn = z.enum(['person-withdrawal', 'erasure']);
const answered = z.object({ item: z.string(), since: z.string(), askers: z.array(z.uuid()) });
const sending = ({ ref }: { ref: string }): string => `send-mail-${ref}`;

/** Every job of the platform. A name is `stage.verb`; its handler is in `jobs/<stage>/`, listed in `handlers.ts`. */
export const jobs = {
  ...monitoringJobs,
  /** Comes by schedule, each time under a key of its own. */
  'platform.turn-day': job({ payload: z.object({}), key: () => 'turn-day' }),
  'platform.start-day': job({ payload: z.object({ day: aDay }), key: ({ day }) => `start-day-${day}` }),
  /** The whole audit log is recomputed: daily (`ref` is the day) and whenever the audit desk asks. */
  'platform.verify-audit': job({
    payload: z.object({ ref: z.string().regex(/^[0-9a-f-]{10,36}$/) }),
    key: ({ ref }) => `verify-audit-${ref}`,
  }),
  /** A message was left in a house where somebody asked for mail. */
  'platform.spread-mail': job({ payload: z.object({ notificationId: z.uuid() }), key: spreading }),
  /** A mail is to be sent, or sent again: `ref` is the attempt. */
  'platform.send-mail': job({ payload: z.object({ mailId: z.uuid(), ref: z.uuid() }), key: sending }),
  /** A subscribed list has its turn. */
  'overview.send-subscription': job({
    payload: z.object({ subscriptionId: z.uuid(), day: aDay }),
    key: ({ subscriptionId, day }) => `send-subscription-${subscriptionId}-${day}`,
  }),
  /** A step of an application concerns a bank: one message to each of its endpoints. `ref` is the step. */
  'institution.spread-webhook': job({
    payload: z.object({
      institutionId: z.uuid(),
      type: z.enum(webhookTypes),
      subjectId: z.uuid(),
      ref: z.uuid(),
    }),
    key: ({ ref }) => `spread-webhook-${ref}`,
  }),
  /** A need was put before banks, taken back or is over: one message to each endpoint of a bank that may know of it. */
  'application.spread-posting': job({ payload: posted, key: ({ ref }) => `spread-posting-${ref}` }),
  /** A message is to be sent, or sent again: `ref` is the attempt. */
  'institution.deliver-webhook': job({
    payload: z.object({ messageId: z.uuid(), ref: z.uuid() }),
    key: ({ ref }) => `deliver-webhook-${ref}`,
  }),
  /** An institution may read again: what was kept back for it goes out. `ref` is the step that let it. */
  'institution.release-held': job({
    payload: z.object({ institutionId: z.uuid(), ref: z.uuid() }),
    key: ({ ref }) => `release-held-${ref}`,
    worker: true,
  }),
  /** A firm registered, or its consent or facts changed: its next sheet. `ref` is what changed (firm, consent, batch). */
  'score.refresh-firm': job({
    payload: z.object({
      enterpriseId: z.uuid(),
      cause: z.enum(['consent', 'withdrawal', 'correction', 'on-demand']),
      ref: z.uuid(),
    }),
    key: ({ cause, ref }) => `refresh-firm-${cause}-${ref}`,
  }),
  /** A batch of records came in: the next sheets of the firms that it touches. */
  'score.rescore-batch': job({
    payload: z.object({ batchId: z.uuid() }),
    key: ({ batchId }) => `rescore-batch-${batchId}`,
  }),
  /** A batch of records came in: who is tied to whom, and what that makes of the firms. */
  'feature.map-relations': job({
    payload: z.object({ batchId: z.uuid() }),
    key: ({ batchId }) => `map-relations-${batchId}`,
    worker: true,
  }),
  /** A new day: windows move, supplies and consents expire, so every firm is scored again. */
  'score.rescore-province': job({
    payload: z.object({ day: aDay, ref: z.uuid().optional() }),
    key: ({ day, ref }) => `rescore-province-${day}${ref ? `-${ref}` : ''}`,
  }),
  /** Reports of many firms were ordered: public data alone. */
  'report.make-batch': job({
    payload: z.object({ batchId: z.uuid() }),
    key: ({ batchId }) => `make-reports-${batchId}`,
  }),
  /** A loan was disbursed: what each scheme says of it, with the caps of all banks in view. */
  'loan.assess': job({ payload: z.object({ loanId: z.uuid() }), key: ({ loanId }) => `assess-${loanId}` }),
  /** Loans of the past are replayed under a version of a scheme. */
  'policy.simulate': job({
    payload: z.object({ simulationId: z.uuid() }),
    key: ({ simulationId }) => `simulate-${simulationId}`,
    worker: true,
  }),
  /** The log of a loan grew: it is looked at again. `ref` is the event. */
  'loan.follow-up': job({
    payload: z.object({ loanId: z.uuid(), ref: z.uuid() }),
    key: ({ ref }) => `follow-up-${ref}`,
  }),
  /** Money came into a pool, or a hold on it ended (`ref` says which): whoever waits is looked at again. */
  'compensation.share-out': job({
    payload: z.object({ poolId: z.uuid(), ref: z.uuid() }),
    key: ({ poolId, ref }) => `share-out-${poolId}-${ref}`,
  }),
  /** Two people agreed that many claims are settled together; `run` counts how often the batch was set going. */
  'compensation.settle-batch': job({
    payload: z.object({ batchId: z.uuid(), run: z.number().int().positive() }),
    key: ({ batchId, run }) => `settle-batch-${batchId}-${run}`,
  }),
  /** A file handed in on the web waits to be taken in. */
  'record.take-in': job({
    payload: z.object({ batchId: z.uuid() }),
    key: ({ batchId }) => `take-in-${batchId}`,
  }),
  /** A batch was taken in: the rules of quality measure it. */
  'record.check-quality': job({
    payload: z.object({ batchId: z.uuid() }),
    key: ({ batchId }) => `check-quality-${batchId}`,
  }),
  /** A succession was written down or taken back, or records came in that may reach a successor: `ref` is which. */
  'record.follow-succession': job({
    payload: z.object({ ref: z.uuid() }),
    key: ({ ref }) => `follow-succession-${ref}`,
  }),
  /** Records went to a successor or came back: what is pending about them goes along. `ref` is the batch of their copies. */
  'repair.carry-cases': job({ payload: z.object({ ref: z.uuid() }), key: ({ ref }) => `carry-cases-${ref}` }),
  /** A batch brought records that can be repaired: registered firms are told from when and how. */
  'repair.tell-arrived': job({
    payload: z.object({ batchId: z.uuid() }),
    key: ({ batchId }) => `tell-arrived-${batchId}`,
  }),
  /** A borrower was absorbed or divided, or that was undone: its banks and the firms are told. `ref` is the edge or its undoing. */
  'loan.tell-succession': job({
    payload: z.object({ ref: z.uuid() }),
    key: ({ ref }) => `tell-succession-${ref}`,
  }),
  /** A firm declared figures of itself, or a declaration (`ref`) ended: its records follow. */
  'declaration.enter': job({
    payload: z.object({ enterpriseId: z.uuid(), ref: z.uuid(), at: z.enum(['signed', 'ended']) }),
    key: ({ ref, at }) => `enter-declared-${ref}-${at}`,
  }),
  /** Somebody decided what is right where three sources disagreed. */
  'record.settle-conflict': job({
    payload: z.object({ conflictId: z.uuid() }),
    key: ({ conflictId }) => `settle-conflict-${conflictId}`,
  }),
  /** A guarantor recorded money that it paid or got back: its posting. */
  'guarantee.post-event': job({
    payload: z.object({ eventId: z.uuid() }),
    key: ({ eventId }) => `post-guarantee-${eventId}`,
  }),
  /** The whole ledger is proved from its rows, once a day. */
  'ledger.verify': job({ payload: z.object({ day: aDay }), key: ({ day }) => `verify-ledger-${day}` }),
  /** A settlement of subsidies was ordered: every entitlement of its quarter. */
  'subsidy.compute-run': job({
    payload: z.object({ runId: z.uuid() }),
    key: ({ runId }) => `compute-subsidies-${runId}`,
  }),
  /** A settlement was approved, or goes on after a pool was filled. */
  'subsidy.pay-run': job({
    payload: z.object({ runId: z.uuid(), attempt: z.number().int() }),
    key: ({ runId, attempt }) => `pay-subsidies-${runId}-${attempt}`,
  }),
  /** A statistical card was published: its score of every firm. `ref` is the proposal. */
  'modelling.score-shadow': job({
    payload: z.object({ version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/), ref: z.uuid() }),
    key: ({ ref }) => `score-shadow-${ref}`,
  }),
  /** The firms were scored anew: so are they by every card in the shadow. `ref` is the day, with what ordered it. */
  'modelling.follow-scores': job({
    payload: z.object({ ref: z.string().regex(/^[0-9a-f-]{10,48}$/) }),
    key: ({ ref }) => `follow-scores-${ref}`,
  }),
  /** A bank handed outcomes in for joint modelling. */
  'modelling.run-study': job({
    payload: z.object({ studyId: z.uuid() }),
    key: ({ studyId }) => `run-study-${studyId}`,
  }),
  /** A card is to be trained on the platform's own loans. */
  'modelling.train-own': job({
    payload: z.object({ trainingId: z.uuid() }),
    key: ({ trainingId }) => `train-own-${trainingId}`,
  }),
  /** Every card is counted for a month: on a new month (`ref` is the day) and when the desk asks. */
  'modelling.monitor-month': job({
    payload: z.object({ month: aDay, ref: z.string().regex(/^[0-9a-f-]{10,36}$/) }),
    key: ({ month, ref }) => `monitor-month-${month}-${ref}`,
  }),
  /** A version of a product was approved: it goes on the shelf if its day has come. */
  'product.bring-into-force': job({
    payload: z.object({ draftId: z.uuid() }),
    key: ({ draftId }) => `bring-into-force-${draftId}`,
  }),
  /** Conditions of a draft changed: how many firms they reach. `ref` is the change. */
  'match.measure-reach': job({
    payload: z.object({ draftId: z.uuid(), ref: z.uuid() }),
    key: ({ ref }) => `measure-reach-${ref}`,
  }),
  /** Something about a firm changed that conditions may ask (`firmFollowers`): its match list. `ref` is the change. */
  'match.refresh-firm': job({
    payload: z.object({ enterpriseId: z.uuid(), ref: z.uuid() }),
    key: ({ ref }) => `refresh-match-${ref}`,
  }),
  /** A batch of records led to new sheets: the lists of its firms. */
  'match.refresh-batch': job({
    payload: z.object({ batchId: z.uuid() }),
    key: ({ batchId }) => `refresh-matches-${batchId}`,
    worker: true,
  }),
  /** A version of a product went on the shelf or left it: the lists that it touches. */
  'match.refresh-product': job({
    payload: z.object({
      productId: z.uuid(),
      version: z.int().positive(),
      ref: z.enum(['in-force', 'ended']),
    }),
    key: ({ productId, version, ref }) => `refresh-product-${productId}-${version}-${ref}`,
    worker: true,
  }),
  /** A new day or a new version of a scheme: ages, windows, rates and subsidies move for every firm. */
  'match.refresh-province': job({
    payload: z.object({ ref: z.string().regex(/^[0-9a-f-]{10,36}$/) }),
    key: ({ ref }) => `refresh-province-${ref}`,
    worker: true,
  }),
  /** A record changed by decision of a case: what was made from it is restated. `ref` is the row that changed it. */
  'restatement.restate': job({
    payload: z.object({ enterpriseId: z.uuid(), ref: z.uuid(), cause: z.enum(restatementCauses) }),
    key: ({ ref }) => `restate-${ref}`,
  }),
  /** A person behind the firm withdrew (`ref` is the consent) or was erased (`ref` is the erasure); `answered` where another firm's book held it. */
  'restatement.restate-person': job({
    payload: z.object({
      enterpriseId: z.uuid(),
      ref: z.uuid(),
      cause: withdrawn,
      answered: answered.optional(),
    }),
    key: ({ enterpriseId, ref, answered: about }) =>
      `restate-person-${ref}-${enterpriseId}${about ? `-${about.item}` : ''}`,
  }),
  /** A batch corrected or revoked records: registered firms are restated one by one. */
  'restatement.follow-batch': job({
    payload: z.object({ batchId: z.uuid() }),
    key: ({ batchId }) => `restate-batch-${batchId}`,
  }),
  /**
   * A dispute over a record began, ended or got another last day (`ref` is the objection), a record was sealed or brought back
   * (`ref` is that row), or a pause for documents ended (`ref` is the application): clocks of open applications follow. What may happen again in a case names its day.
   */
  'restatement.set-clocks': job({
    payload: z.object({
      enterpriseId: z.uuid(),
      ref: z.uuid(),
      at: z.enum([
        'filed',
        'resumed',
        'forwarded',
        'extended',
        'sent-back',
        'ended',
        'appealed',
        'ended-again',
        'sealed',
      ]),
      on: z.iso.date().optional(),
    }),
    key: ({ ref, at, on = '' }) => `set-clocks-${ref}-${at}${on && `-${on}`}`,
  }),
} as const;

/** Jobs that every accepted batch asks for, each with `{ batchId }`: a stage that follows records adds its own here. */
export const batchFollowers = [
  'score.rescore-batch',
  'monitoring.watch-batch',
  'record.check-quality',
  'repair.tell-arrived',
  'restatement.follow-batch',
  'feature.map-relations',
] as const satisfies readonly JobName[];

/** Changes of one firm, by the kind of their event, after which its match list is made anew. */
export const firmFollowers: ReadonlySet<string> = new Set([
  'score.made',
  'need.written',
  'need.closed',
  'enterprise.profile-updated',
  'loan.disbursed',
  'loan.continued',
  'loan.assessed',
]);

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.output<(typeof jobs)[N]['payload']>;
