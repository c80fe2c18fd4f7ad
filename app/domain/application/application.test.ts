import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { type ApplicationCore, bankDueAt, type Command, step } from './application.ts';
import type { Proposal } from './proposal.ts';
import { type ApplicationState, applicationStates, commandKinds, isFinal, transitions } from './state.ts';

const [officer, other, reviewer] = ['officer', 'other-officer', 'reviewer'] as [UserId, UserId, UserId];
const withinDays = 30;
const at = (text: string) => new Date(`${text}+08:00`);
const now = at('2026-11-24T10:00');

const approval: Proposal = {
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
    validUntil: day('2026-12-24'),
  },
};
const refusal: Proposal = { outcome: 'decline', reasons: ['tax-arrears'] };
const lapse = { kind: 'lapse', contractDays: 30, disbursementDays: 90 } as const;
const fresh: ApplicationCore = {
  state: 'submitted',
  clockFrom: day('2026-11-24'),
  pickupDueAt: at('2026-11-26T00:00'),
  decisionDueAt: at('2026-12-08T00:00'),
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
const run = (commands: readonly Command[], from = fresh) =>
  commands.reduce<ApplicationCore>((application, command) => {
    const stepped = step(application, command, now);
    if (!stepped.ok) throw new Error(stepped.refusal.code);
    return stepped.value;
  }, from);
const proposed = (proposal: Proposal) =>
  run([
    { kind: 'pick-up', by: officer },
    { kind: 'propose', by: officer, proposal },
  ]);

describe('step', () => {
  it('leads from submission to money, every hand over seen', () => {
    const approved = run([{ kind: 'decide', by: reviewer }], proposed(approval));
    expect(approved).toMatchObject({
      state: 'approved',
      makerId: officer,
      checkerId: reviewer,
      offerUntil: '2026-12-24',
    });
    expect(
      run([{ kind: 'accept-offer' }, { kind: 'contract' }, { kind: 'disburse' }], approved),
    ).toMatchObject({
      state: 'disbursed',
      closedAt: now,
    });
  });
  it('declines what was proposed to be declined', () => {
    expect(run([{ kind: 'decide', by: reviewer }], proposed(refusal))).toMatchObject({
      state: 'declined',
      closedAt: now,
    });
  });
  const cases: [string, ApplicationCore, Command, Date, string][] = [
    [
      'the maker may not check',
      proposed(approval),
      { kind: 'decide', by: officer },
      now,
      'application.maker-is-checker',
    ],
    [
      'nor send back',
      proposed(approval),
      { kind: 'send-back', by: officer },
      now,
      'application.maker-is-checker',
    ],
    [
      'only who picked it up may propose',
      run([{ kind: 'pick-up', by: other }]),
      { kind: 'propose', by: officer, proposal: approval },
      now,
      'application.other-officer',
    ],
    [
      'nobody picks up after the clock',
      fresh,
      { kind: 'pick-up', by: officer },
      fresh.pickupDueAt,
      'application.clock-lapsed',
    ],
    [
      'nobody decides after the clock',
      proposed(approval),
      { kind: 'decide', by: reviewer },
      fresh.decisionDueAt,
      'application.clock-lapsed',
    ],
    ['no return while the clock runs', fresh, { kind: 'return' }, now, 'application.not-due'],
    [
      'no acceptance after the last day of the offer',
      run([{ kind: 'decide', by: reviewer }], proposed(approval)),
      { kind: 'accept-offer' },
      at('2026-12-25T00:00'),
      'application.offer-lapsed',
    ],
    [
      'no lapse on the last day of the offer',
      run([{ kind: 'decide', by: reviewer }], proposed(approval)),
      lapse,
      at('2026-12-24T23:59'),
      'application.not-due',
    ],
    [
      'no money without a contract',
      run([{ kind: 'decide', by: reviewer }, { kind: 'accept-offer' }], proposed(approval)),
      { kind: 'disburse' },
      now,
      'application.wrong-state',
    ],
    [
      'no withdrawal of a contract',
      run(
        [{ kind: 'decide', by: reviewer }, { kind: 'accept-offer' }, { kind: 'contract' }],
        proposed(approval),
      ),
      { kind: 'withdraw' },
      now,
      'application.wrong-state',
    ],
  ];
  it.each(cases)('%s', (_name, application, command, when, code) => {
    const stepped = step(application, command, when);
    expect(stepped.ok ? null : stepped.refusal.code).toBe(code);
  });
});

const person = fc.constantFrom(officer, other, reviewer);
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'pick-up' as const,
      'send-back' as const,
      'decide' as const,
      'ask-documents' as const,
      'uphold' as const,
    ),
    by: person,
  }),
  fc.record({ kind: fc.constant('assign' as const), to: person }),
  fc.record({ kind: fc.constant('resume' as const), decisionDueAt: fc.constant(at('2026-12-30T00:00')) }),
  fc.record({
    ...{ kind: fc.constant('ask-second-look' as const), withinDays: fc.constant(withinDays) },
    decisionDueAt: fc.constant(at('2026-12-30T00:00')),
  }),
  fc.record({
    kind: fc.constant('reopen' as const),
    by: person,
    pickupDueAt: fc.constant(at('2026-12-20T00:00')),
    decisionDueAt: fc.constant(at('2026-12-30T00:00')),
  }),
  fc.record({
    kind: fc.constant('propose' as const),
    by: person,
    proposal: fc.constantFrom(approval, refusal),
  }),
  fc.record({
    kind: fc.constantFrom(
      'withdraw' as const,
      'accept-offer' as const,
      'decline-offer' as const,
      'contract' as const,
      'disburse' as const,
      'return' as const,
    ),
  }),
  fc.constant(lapse),
);
const inOrder = fc
  .array(fc.tuple(anyCommand, fc.integer({ min: 0, max: 3 * 86_400_000 })), { maxLength: 40 })
  .map((steps) => {
    let ms = at('2026-11-23T09:00').getTime();
    return steps.map(([command, wait]) => {
      ms += wait;
      return { command, at: new Date(ms) };
    });
  });

describe('any sequence of commands', () => {
  it('never reaches an illegal state', () => {
    fc.assert(
      fc.property(inOrder, (steps) => {
        let application = fresh;
        for (const { command, at: when } of steps) {
          const before = application;
          const stepped = step(before, command, when);
          if (!stepped.ok) continue;
          application = stepped.value;
          expect(transitions[command.kind][before.state]).toContain(application.state);
          const isLookedAtAgain = command.kind === 'ask-second-look';
          expect(isFinal(before.state)).toBe(isLookedAtAgain);
          if (isLookedAtAgain) expect(before.secondLookAt).toBeNull();
          for (const out of application.barred) {
            expect(application.makerId).not.toBe(out);
            expect(application.checkerId).not.toBe(out);
          }
          expect(application.closedAt !== null).toBe(isFinal(application.state));
          const isDecided = [
            'approved',
            'declined',
            'accepted',
            'contracted',
            'disbursed',
            'lapsed',
          ].includes(application.state);
          if (isDecided) expect(application.checkerId !== null && application.makerId !== null).toBe(true);
          if (application.checkerId) expect(application.checkerId).not.toBe(application.makerId);
          if (application.state === 'disbursed') expect(application.proposal?.outcome).toBe('approve');
        }
      }),
      { numRuns: 2_000 },
    );
  });
  it('every state can be reached and every command can happen', () => {
    const seen = new Set<ApplicationState>(['submitted']);
    for (let i = 0; i < applicationStates.length; i++)
      for (const kind of commandKinds)
        for (const from of [...seen]) for (const to of transitions[kind][from] ?? []) seen.add(to);
    expect([...seen].sort()).toEqual([...applicationStates].sort());
  });
});

describe('a second look', () => {
  const declined = () => run([{ kind: 'decide', by: reviewer }], proposed(refusal));
  const ask: Command = { kind: 'ask-second-look', decisionDueAt: at('2026-12-20T00:00'), withinDays };
  const third = 'third' as UserId;
  const clocks = { pickupDueAt: at('2026-12-22T00:00'), decisionDueAt: at('2026-12-30T00:00') };
  const codeOf = (from: ApplicationCore, command: Command, when = now) => {
    const stepped = step(from, command, when);
    return stepped.ok ? null : stepped.refusal.code;
  };
  it('is made by somebody who did not judge before', () => {
    const asked = run([ask], declined());
    for (const by of [officer, reviewer]) {
      expect(codeOf(asked, { kind: 'uphold', by })).toBe('application.already-judged');
      expect(codeOf(asked, { kind: 'reopen', by, ...clocks })).toBe('application.already-judged');
    }
    expect(run([{ kind: 'uphold', by: third }], asked)).toMatchObject({ state: 'declined', closedAt: now });
  });
  it('that reopens keeps both out of what follows', () => {
    const open = run([ask, { kind: 'reopen', by: third, ...clocks }], declined());
    expect(open).toMatchObject({ state: 'submitted', makerId: null, proposal: null, closedAt: null });
    for (const by of [officer, reviewer])
      expect(codeOf(open, { kind: 'pick-up', by })).toBe('application.already-judged');
    expect(codeOf(open, { kind: 'assign', to: officer })).toBe('application.already-judged');
    expect(codeOf(open, { kind: 'pick-up', by: other })).toBeNull();
  });
  it('is asked for once, within thirty days', () => {
    const upheld = run([ask, { kind: 'uphold', by: third }], declined());
    expect(codeOf(upheld, ask)).toBe('application.second-look-used');
    expect(codeOf(declined(), ask, at('2026-12-24T23:59'))).toBeNull();
    expect(codeOf(declined(), ask, at('2026-12-25T00:00'))).toBe('application.second-look-late');
  });
});

describe('a pause for documents', () => {
  const ask: Command = { kind: 'ask-documents', by: officer };
  const inReview = run([{ kind: 'pick-up', by: officer }]);
  it('stops the clock once', () => {
    const paused = run([ask], inReview);
    expect(bankDueAt(paused)).toBeNull();
    expect(step(paused, { kind: 'return' }, at('2027-02-01T10:00')).ok).toBe(false);
    const resumed = run([{ kind: 'resume', decisionDueAt: at('2026-12-15T00:00') }], paused);
    expect(bankDueAt(resumed)).toEqual(at('2026-12-15T00:00'));
    expect(bankDueAt(run([ask], resumed))).toEqual(at('2026-12-15T00:00'));
  });
  it('is asked for by the officer who has it', () => {
    const stepped = step(inReview, { kind: 'ask-documents', by: other }, now);
    expect(stepped).toMatchObject({ refusal: { code: 'application.other-officer' } });
  });
});
