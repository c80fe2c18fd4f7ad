import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webhookTypes } from '~/domain/institution/webhook.ts';
import { addDays, type Day, day, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { type ApplicationCore, bankDueAt, type Command, isPaused, step } from './application.ts';
import { dueAfterPause, workingDeadline } from './clock.ts';
import { overnight, toldOf } from './overnight.ts';
import type { Proposal } from './proposal.ts';
import { type ApplicationState, applicationStates, isFinal } from './state.ts';

const clocks = {
  pickupWorkingDays: 2,
  decisionWorkingDays: 10,
  documentWorkingDays: 10,
  contractDays: 30,
  disbursementDays: 90,
  secondLookDays: 30,
} as const;
const submittedOn = day('2026-11-23');
const submittedAt = new Date(startOf(submittedOn).getTime() + 9 * 3_600_000);
const people = ['officer', 'other', 'reviewer', 'chief'] as UserId[];

const fresh: ApplicationCore = {
  state: 'submitted',
  clockFrom: submittedOn,
  pickupDueAt: workingDeadline(submittedAt, clocks.pickupWorkingDays),
  decisionDueAt: workingDeadline(submittedAt, clocks.decisionWorkingDays),
  makerId: null,
  checkerId: null,
  proposal: null,
  offerUntil: null,
  closedAt: null,
  contractedOn: null,
  pausedOn: null,
  resumedOn: null,
  secondLookAt: null,
  barred: [],
};

const proposalAt = (at: Date, isApproval: boolean): Proposal =>
  isApproval
    ? {
        outcome: 'approve',
        terms: {
          amount: wan(80),
          termMonths: 12,
          rate: percent('3.65'),
          dayCount: 'actual360',
          method: 'equal-instalment',
          fee: zeroFen,
          guaranteeFee: zeroFen,
          conditions: null,
          validUntil: addDays(dayAt(at), 30),
        },
      }
    : { outcome: 'decline', reasons: ['tax-arrears'] };

type Act = { readonly kind: string; readonly who: number; readonly yes: boolean; readonly days: number };

function commandOf({ kind, who, yes }: Act, at: Date): Command {
  const by = people[who] as UserId;
  const pickupDueAt = workingDeadline(at, clocks.pickupWorkingDays);
  const decisionDueAt = workingDeadline(at, clocks.decisionWorkingDays);
  if (kind === 'assign') return { kind, to: by };
  if (kind === 'propose') return { kind, by, proposal: proposalAt(at, yes) };
  if (kind === 'ask-second-look') return { kind, decisionDueAt, withinDays: clocks.secondLookDays };
  if (kind === 'reopen') return { kind, by, pickupDueAt, decisionDueAt };
  if (kind === 'accept-offer' || kind === 'contract') return { kind };
  return { kind: kind as 'pick-up' | 'decide' | 'ask-documents' | 'uphold' | 'send-back', by };
}

const act = fc.record({
  kind: fc.constantFrom(
    ...([
      'pick-up',
      'assign',
      'propose',
      'propose',
      'decide',
      'decide',
      'send-back',
      'ask-documents',
    ] as const),
    ...(['ask-second-look', 'reopen', 'uphold', 'accept-offer', 'contract'] as const),
  ),
  who: fc.nat(3),
  yes: fc.boolean(),
  days: fc.constantFrom(0, 0, 0, 1, 2),
});

const plain = (kind: string, who = 0): Act => ({ kind, who, yes: true, days: 0 });
/** The ways to a contract and to a second look: a story goes along one for a while before anything may happen. */
const toContract = [
  plain('pick-up'),
  plain('propose'),
  plain('decide', 2),
  plain('accept-offer'),
  plain('contract'),
];
const toSecondLook = [
  plain('pick-up'),
  { ...plain('propose'), yes: false },
  plain('decide', 2),
  plain('ask-second-look'),
];
const story = fc
  .tuple(fc.constantFrom(toContract, toSecondLook), fc.nat(5), fc.array(act, { maxLength: 24 }))
  .map(([way, along, acts]) => [...way.slice(0, along), ...acts]);

/** Everything that people did before they fell silent. */
function actOf(acts: readonly Act[]) {
  let application = fresh;
  let at = submittedAt;
  for (const each of acts) {
    at = new Date(at.getTime() + each.days * 86_400_000 + 1);
    const stepped = step(application, commandOf(each, at), at);
    if (stepped.ok) application = stepped.value;
  }
  return { application, at };
}

/** The last day that was published for what is awaited now. */
function published(application: ApplicationCore): Day | null {
  const { state, offerUntil } = application;
  if (state === 'approved') return offerUntil;
  if (state === 'accepted') return offerUntil && addDays(offerUntil, clocks.contractDays);
  if (state === 'contracted')
    return application.contractedOn && addDays(application.contractedOn, clocks.disbursementDays);
  if (!isPaused(application)) return dayBefore(bankDueAt(application));
  const end = overnight(application, clocks);
  if (end?.kind !== 'end-pause') throw new Error('a pause without its end');
  return [end.documentsUntil, dayBefore(end.decisionDueAt) as Day].sort().at(-1) as Day;
}
const dayBefore = (due: Date | null): Day | null => due && addDays(dayAt(due), -1);

const nameOf = (kind: Command['kind']) =>
  ({ return: 'returned', lapse: 'lapsed', 'end-pause': 'pause-ended' })[kind as 'return'];

test('whatever people did before, an application that nobody touches ends in time, and the firm is told of each step', () => {
  const seen = new Set<ApplicationState | 'paused'>();
  fc.assert(
    fc.property(story, (acts) => {
      let { application, at } = actOf(acts);
      seen.add(isPaused(application) ? 'paused' : application.state);
      const due = published(application);
      const last = due && (due < dayAt(at) ? dayAt(at) : due);
      for (let night = 0; night < 120 && !isFinal(application.state); night++) {
        at = startOf(addDays(dayAt(at), 1));
        for (let again = 0; again < 2; again++) {
          const command = overnight(application, clocks);
          const stepped = command && step(application, command, at);
          if (!command || !stepped?.ok) continue;
          application = stepped.value;
          expect(toldOf[nameOf(command.kind)]).toContain('firm');
        }
      }
      expect(isFinal(application.state)).toBe(true);
      if (last) expect(dayAt(at) <= addDays(last, 1)).toBe(true);
      if (application.state === 'declined' && application.proposal?.outcome === 'decline')
        expect(application.proposal.reasons.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000, seed: 6 },
  );
  const reached = applicationStates.filter(
    (state) => !['withdrawn', 'returned', 'lapsed', 'disbursed'].includes(state),
  );
  expect([...seen].sort()).toEqual([...reached, 'paused'].sort());
});

/** Declined, reopened by another person and picked up by a third; every step some days after the one before. */
const reopened: readonly Act[] = [
  ...toSecondLook,
  plain('reopen', 3),
  plain('pick-up', 1),
  plain('ask-documents', 1),
];

test('a pause never takes days from the bank, also when a second look had set its clock anew', () => {
  const waits = fc.array(fc.nat(5), { minLength: reopened.length, maxLength: reopened.length });
  let [paused, afterReopening] = [0, 0];
  fc.assert(
    fc.property(
      fc.constantFrom(reopened.slice(0, 1).concat(plain('ask-documents')), reopened),
      waits,
      fc.nat(60),
      (way, days, awaited) => {
        const { application, at } = actOf(way.map((each, i) => ({ ...each, days: days[i] ?? 0 })));
        if (!isPaused(application) || !application.pausedOn) return;
        paused++;
        afterReopening += application.secondLookAt ? 1 : 0;
        const { clockFrom, pausedOn, decisionDueAt } = application;
        const sent = { from: pausedOn, to: addDays(dayAt(at), awaited) };
        const due = dueAfterPause(clockFrom, clocks.decisionWorkingDays, sent);
        expect(due.getTime()).toBeGreaterThanOrEqual(decisionDueAt.getTime());
        expect(due.getTime()).toBeGreaterThan(startOf(addDays(sent.to, 1)).getTime());
        const end = overnight(application, clocks);
        if (end?.kind !== 'end-pause') throw new Error('a pause without its end');
        expect(end.decisionDueAt.getTime()).toBeGreaterThanOrEqual(decisionDueAt.getTime());
      },
    ),
    { numRuns: 1_000, seed: 6 },
  );
  expect(Math.min(paused - afterReopening, afterReopening)).toBeGreaterThan(100);
});

test('every end is told to the firm, or is the firm’s own doing', () => {
  for (const end of ['declined', 'returned', 'lapsed', 'contracted', 'disbursed', 'second-look-refused'])
    expect(toldOf[end]).toContain('firm');
});

/** Told beside a transfer, which is the step that systems hear of. */
const besideTransfer = 'watch-stopped';

test('every step that a bank is told of reaches its systems too', () => {
  const told = Object.entries(toldOf).filter(([, parties]) => parties.includes('bank'));
  expect(told.length).toBeGreaterThan(0);
  for (const [step] of told.filter(([name]) => name !== besideTransfer))
    expect(webhookTypes).toContain(`application.${step}`);
});
