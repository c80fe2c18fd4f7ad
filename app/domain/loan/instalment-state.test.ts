import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { arrearsOn } from '~/domain/loan/dpd.ts';
import { instalmentStates } from '~/domain/loan/instalment-state.ts';

const due = (dueOn: string, principal: number, interest: number) => ({
  dueOn: day(dueOn),
  principal: yuan(principal),
  interest: yuan(interest),
});
const dues = [due('2026-02-10', 100, 5), due('2026-03-10', 100, 4), due('2026-04-10', 100, 3)];

test('payments fill the oldest due date first', () => {
  const paid = [{ paidOn: day('2026-02-10'), principal: yuan(150), interest: yuan(5) }];
  expect(instalmentStates(day('2026-02-20'), dues, paid)).toEqual(['paid', 'part-paid', 'due']);
  expect(instalmentStates(day('2026-03-20'), dues, paid)).toEqual(['paid', 'overdue', 'due']);
});

test('some instalment is overdue exactly when the loan has days past due, as long as principal is left', () => {
  const payment = fc.record({ after: fc.nat(120), principal: fc.nat(9_000), interest: fc.nat(900) });
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 4 }), fc.nat(150), (payments, at) => {
      const made = payments.map((p) => ({
        paidOn: addDays(day('2026-01-10'), p.after),
        principal: fen(p.principal),
        interest: fen(p.interest),
      }));
      fc.pre(made.reduce((sum, r) => sum + r.principal, 0n) < yuan(300));
      const asOf = addDays(day('2026-01-10'), at);
      expect(instalmentStates(asOf, dues, made).includes('overdue')).toBe(
        arrearsOn(asOf, dues, made).dpd > 0,
      );
    }),
  );
});
