import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen, wan, zeroFen } from '~/domain/kernel/money.ts';
import {
  answerTrade,
  answerUntil,
  isOverdue,
  mostFinanced,
  type TradeClaim,
  type TradeRules,
} from './trade-claim.ts';

const rules: TradeRules = { answerDays: 30, mostFinancedPpm: { order: 800_000, receivable: 1_000_000 } };
const claim: TradeClaim = {
  kind: 'order',
  amount: wan(100),
  state: 'asked',
  answerUntil: answerUntil(day('2026-11-27'), rules),
  confirmed: null,
};
const confirmed = (amount: TradeClaim['amount']) => ({ outcome: 'confirmed', amount }) as const;

describe('what a buyer says of an order or a receivable', () => {
  it('is due thirty days after the question, and overdue the day after', () => {
    expect(claim.answerUntil).toBe('2026-12-27');
    expect(isOverdue(claim, day('2026-12-27'))).toBe(false);
    expect(isOverdue(claim, day('2026-12-28'))).toBe(true);
    expect(isOverdue({ ...claim, state: 'disputed' }, day('2027-12-28'))).toBe(false);
  });

  it('confirms all, less, but neither nothing nor more', () => {
    expect(answerTrade(claim, confirmed(wan(100)))).toMatchObject({ ok: true });
    expect(answerTrade(claim, confirmed(wan(60)))).toMatchObject({ ok: true });
    expect(answerTrade(claim, confirmed(fen(wan(100) + 1n)))).toMatchObject({
      refusal: { code: 'trade.confirms-too-much', most: wan(100) },
    });
    expect(answerTrade(claim, confirmed(zeroFen))).toMatchObject({
      refusal: { code: 'trade.confirms-nothing' },
    });
  });

  it('is said once', () => {
    for (const state of ['confirmed', 'disputed', 'withdrawn'] as const)
      expect(answerTrade({ ...claim, state }, { outcome: 'disputed', note: '未收货' })).toMatchObject({
        refusal: { code: 'trade.answered-already' },
      });
  });

  it('carries a loan up to its part: 80 % of an order, all of a receivable, nothing unconfirmed', () => {
    expect(mostFinanced(claim, rules)).toBe(zeroFen);
    expect(mostFinanced({ ...claim, confirmed: wan(60) }, rules)).toBe(wan(48));
    expect(mostFinanced({ ...claim, kind: 'receivable', confirmed: wan(60) }, rules)).toBe(wan(60));
  });

  it('never carries more than the buyer confirmed', () => {
    const amounts = fc.bigInt(1n, 10n ** 14n).map(fen);
    const parts = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amounts, parts, fc.integer({ min: 1, max: 90 }), (amount, part, days) => {
        const of = { ...rules, answerDays: days, mostFinancedPpm: { order: part, receivable: part } };
        const lent = mostFinanced({ ...claim, amount, confirmed: amount }, of);
        expect(lent >= 0n && lent <= amount).toBe(true);
        expect(answerUntil(day('2026-11-27'), of)).toBe(addDays(day('2026-11-27'), days));
      }),
    );
  });
});
