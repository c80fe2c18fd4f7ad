import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerInvitation,
  type CommitteeStep,
  type CommitteeStepKind,
  committeeOf,
  mayCall,
  mayVote,
  namesTerms,
  outcomeOf,
  takePart,
} from './committee.ts';

const step = (
  kind: CommitteeStepKind,
  institutionId: string | null = null,
  more: Partial<CommitteeStep> = {},
): CommitteeStep => ({
  ...{ kind, institutionId, measureId: null, measure: null, untilDay: null, text: '', at: '' },
  ...more,
});
const opened = [
  step('asked'),
  step('agreed'),
  step('invited', 'a'),
  step('invited', 'b'),
  step('invited', 'c'),
];
const sitting = [...opened, step('joined', 'a'), step('joined', 'b'), step('declined', 'c')];
const proposed = [...sitting, step('proposed', 'a', { measureId: 'm', measure: 'keep-lending' })];

describe('when a committee is called', () => {
  test.each([
    [{ lenders: 2, severities: ['orange'], hasLive: false }, true],
    [{ lenders: 2, severities: ['yellow', 'red'], hasLive: false }, true],
    [{ lenders: 1, severities: ['red'], hasLive: false }, false],
    [{ lenders: 3, severities: ['yellow'], hasLive: false }, false],
    [{ lenders: 3, severities: [], hasLive: false }, false],
    [{ lenders: 2, severities: ['red'], hasLive: true }, false],
  ] as const)('%j: %s', (firm, expected) => {
    expect(mayCall(firm).ok).toBe(expected);
  });
});

describe('who may do what', () => {
  test('no bank belongs to it before the firm has agreed, and who was not invited finds nothing', () => {
    expect(committeeOf([step('asked')])).toMatchObject({ state: 'asked', members: new Map() });
    expect(answerInvitation(committeeOf(opened), 'x')).toEqual({
      ok: false,
      refusal: { code: 'monitoring.committee-not-found' },
    });
  });

  test('an invitation is answered once; who declined or has not answered takes no part', () => {
    const committee = committeeOf(sitting);
    expect(answerInvitation(committee, 'a').ok).toBe(false);
    expect(takePart(committee, 'a').ok).toBe(true);
    expect(takePart(committee, 'c')).toMatchObject({ refusal: { code: 'monitoring.committee-not-joined' } });
    expect(takePart(committeeOf(opened), 'a').ok).toBe(false);
    expect(takePart(committeeOf([...sitting, step('closed')]), 'a')).toMatchObject({
      refusal: { code: 'monitoring.committee-over' },
    });
  });

  test('who proposes has voted; the others vote once, and not on what is decided', () => {
    expect(mayVote(committeeOf(proposed), 'a', 'm')).toMatchObject({
      refusal: { code: 'monitoring.committee-voted' },
    });
    expect(mayVote(committeeOf(proposed), 'b', 'm').ok).toBe(true);
    const decided = committeeOf([
      ...proposed,
      step('voted-for', 'b', { measureId: 'm' }),
      step('adopted', null, { measureId: 'm' }),
    ]);
    expect(decided.measures[0]?.state).toBe('adopted');
    expect(mayVote(decided, 'b', 'm')).toMatchObject({ refusal: { code: 'monitoring.committee-decided' } });
  });
});

describe('what the votes come to', () => {
  test('one member alone decides nothing; of two both must be for it', () => {
    const alone = committeeOf([...opened, step('joined', 'a')]);
    expect(outcomeOf(alone, new Map([['a', true]]))).toBeNull();
    const two = committeeOf(sitting);
    expect(outcomeOf(two, new Map([['a', true]]))).toBeNull();
    expect(
      outcomeOf(
        two,
        new Map([
          ['a', true],
          ['b', true],
        ]),
      ),
    ).toBe('adopted');
    expect(
      outcomeOf(
        two,
        new Map([
          ['a', true],
          ['b', false],
        ]),
      ),
    ).toBe('rejected');
  });

  test('property: with all votes in there is an outcome, it is the majority’s, and an early one is never turned', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 9 }), (ballots) => {
        const banks = ballots.map((_, i) => `bank ${i}`);
        const committee = committeeOf([step('agreed'), ...banks.map((bank) => step('joined', bank))]);
        const outcomes = ballots.map((_, i) =>
          outcomeOf(
            committee,
            new Map(banks.slice(0, i + 1).map((bank, j) => [bank, ballots[j] as boolean])),
          ),
        );
        const isMajority = ballots.filter(Boolean).length * 2 > ballots.length;
        expect(outcomes.at(-1)).toBe(isMajority ? 'adopted' : 'rejected');
        const first = outcomes.find((outcome) => outcome !== null);
        expect(outcomes.filter((outcome) => outcome !== null).every((each) => each === first)).toBe(true);
      }),
    );
  });
});

test.each([
  ['各行保持现有授信，三个月内不抽贷、不压贷。', false],
  ['联合到厂区核实订单，10 月 15 日前完成。', false],
  ['All banks keep their lines until 2027-03-31.', false],
  ['我行余额 300 万元', true],
  ['我行三百万不动', true],
  ['利率降到 3.65%', true],
  ['下调二十个基点', true],
  ['we keep 2 million', true],
  ['¥500,000', true],
  ['利率为百分之四', true],
])('a text that names an amount or a rate is told: %s', (text, expected) => {
  expect(namesTerms(text)).toBe(expected);
});
