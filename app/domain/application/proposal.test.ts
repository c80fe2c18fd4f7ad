import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '~/domain/institution/working-days.ts';
import { day } from '~/domain/kernel/day.ts';
import { fen, wan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { workingDeadline } from './clock.ts';
import { checkProposal, type Proposal } from './proposal.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const approval = {
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
} as const satisfies Proposal;

describe('checkProposal', () => {
  const today = day('2026-11-24');
  const { amount, termMonths, rate } = approval.terms;
  const bound = { amount, termMonths, rate };
  const more = { amount: fen(amount + 1n), termMonths: termMonths + 1, rate: ppm(rate + 1) };
  it.each(['amount', 'termMonths', 'rate'] as const)('%s beyond what the firm was shown', (name) => {
    const proposal = { ...approval, terms: { ...approval.terms, [name]: more[name] } };
    expect(checkProposal(proposal, today, bound)).toMatchObject({
      refusal: { code: 'application.beyond-published' },
    });
    const unbound = { amount: more.amount, termMonths: null, rate: null };
    expect(checkProposal(proposal, today, unbound).ok).toBe(true);
  });
  it.each([
    [
      'four reasons',
      { outcome: 'decline', reasons: ['tax-arrears', 'short-history', 'debt-too-high', 'out-of-scope'] },
      null,
    ],
    [
      'five reasons',
      {
        outcome: 'decline',
        reasons: ['tax-arrears', 'short-history', 'debt-too-high', 'out-of-scope', 'term-unsuitable'],
      },
      'application.too-many-reasons',
    ],
    ['the same reason twice', { outcome: 'decline', reasons: ['tax-arrears', 'tax-arrears'] }, null],
    ['no reason', { outcome: 'decline', reasons: [] }, 'application.no-reason'],
    [
      'a reason of its own',
      { outcome: 'decline', reasons: ['score-too-low' as 'tax-arrears'] },
      'application.unknown-reason',
    ],
    ['sound terms', approval, null],
    [
      'an offer that has ended',
      { ...approval, terms: { ...approval.terms, validUntil: day('2026-11-23') } },
      'application.offer-ended',
    ],
    [
      'nothing to lend',
      { ...approval, terms: { ...approval.terms, amount: zeroFen } },
      'application.bad-terms',
    ],
  ] satisfies [string, Proposal, string | null][])('%s', (_name, proposal, code) => {
    const checked = checkProposal(proposal, today, bound);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});

describe('working days', () => {
  it.each([
    ['over a weekend', '2026-11-20', 1, '2026-11-23'],
    ['over the National Day week of 2026', '2026-09-30', 2, '2026-10-09'],
    ['onto a make-up Saturday', '2026-10-09', 1, '2026-10-10'],
  ])('%s', (_name, from, n, to) => {
    expect(addWorkingDays(day(from), n)).toBe(to);
  });
  it('end at midnight after the last day', () => {
    expect(workingDeadline(at('2026-11-20T16:00'), 2)).toEqual(at('2026-11-25T00:00'));
  });
});
