import { describe, expect, it } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { type CultivationCase, cultivationStanding, listedUntil, mayJoin } from './cultivation.ts';

const listed: CultivationCase = { leftOn: null, contacts: 0, hasLoan: false, firstCounted: false };

describe('a firm on the list of first-loan cultivation', () => {
  it.each<[string, Partial<CultivationCase>, string]>([
    ['whom no bank has seen', {}, 'waiting'],
    ['whom a bank has seen', { contacts: 1 }, 'contacted'],
    ['that left', { contacts: 2, leftOn: day('2026-11-27') }, 'left'],
    ['that borrowed, not proven to be the first', { hasLoan: true, contacts: 1 }, 'borrowed'],
    ['whose loan counts as the first', { hasLoan: true, firstCounted: true }, 'graduated'],
    ['that left and borrowed', { hasLoan: true, leftOn: day('2026-11-27') }, 'borrowed'],
  ])('%s', (_, more, standing) => {
    expect(cultivationStanding({ ...listed, ...more })).toBe(standing);
  });

  it('goes back when the evidence takes the first loan back', () => {
    const counted = { ...listed, hasLoan: true, firstCounted: true };
    expect(cultivationStanding({ ...counted, firstCounted: false })).toBe('borrowed');
  });

  it('joins once, in business and without a loan', () => {
    const firm = { active: true, hasLoan: false, isListed: false };
    expect(mayJoin(firm, 'first-loan')).toMatchObject({ ok: true });
    expect(mayJoin({ ...firm, isListed: true }, 'first-loan')).toMatchObject({
      refusal: { code: 'loan.cultivated-already' },
    });
    expect(mayJoin({ ...firm, hasLoan: true }, 'first-loan')).toMatchObject({
      refusal: { code: 'loan.borrowed-before' },
    });
    expect(mayJoin({ ...firm, active: false }, 'first-loan')).toMatchObject({
      refusal: { code: 'loan.not-in-business' },
    });
  });

  it('may have borrowed to hear of offers, and hears of them for a year', () => {
    const firm = { active: true, hasLoan: true, isListed: false };
    expect(mayJoin(firm, 'offers')).toMatchObject({ ok: true });
    expect(mayJoin({ ...firm, active: false }, 'offers')).toMatchObject({
      refusal: { code: 'loan.not-in-business' },
    });
    expect(listedUntil(day('2024-02-29'), 'offers')).toBe('2025-02-28');
    expect(listedUntil(day('2024-02-29'), 'first-loan')).toBeNull();
  });
});
