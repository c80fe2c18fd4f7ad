import { expect, test } from 'vitest';
import { aprExamples, workOut } from './apr-examples.ts';

test.each(aprExamples)('$method over $termMonths months comes to the published figures', (loan) => {
  expect(workOut(loan)).toEqual({ net: loan.net, apr: loan.apr });
});
