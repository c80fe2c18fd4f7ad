import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { type BankMessage, bankMessageText, isTimely, statesStep } from './bank-message.ts';

const message: BankMessage = {
  applicationId: '20106605-1c3a-43e2-9827-b5a638d02d0b',
  clientId: 'e074f745-e1bd-478b-9d82-f1b97d84417d',
  state: 'in-review',
  amount: fen(100_000_000n),
  day: day('2026-11-27'),
  key: 'pick-up-1',
  bodyHash: '',
};

test('the text is eight lines in the order that is published', () => {
  expect(bankMessageText(message)).toBe(
    'xinqiao-bank-message/1\n20106605-1c3a-43e2-9827-b5a638d02d0b\ne074f745-e1bd-478b-9d82-f1b97d84417d\nin-review\n100000000\n2026-11-27\npick-up-1\n',
  );
});

test('no two different messages have the same text', () => {
  const line = fc.stringMatching(/^[\x21-\x7e]{1,12}$/);
  const other = fc.record({ key: line, bodyHash: line, clientId: line, amount: fc.bigInt(1n, 9n).map(fen) });
  fc.assert(
    fc.property(other, other, (a, b) => {
      const texts = [a, b].map((change) => bankMessageText({ ...message, ...change }));
      expect(texts[0] === texts[1]).toBe(JSON.stringify(a, plain) === JSON.stringify(b, plain));
    }),
  );
});
const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

test('a text is about one application and one state', () => {
  const text = bankMessageText(message);
  expect(statesStep(text, message.applicationId, 'in-review')).toBe(true);
  expect(statesStep(text, message.applicationId, 'approved')).toBe(false);
  expect(statesStep(text, message.clientId, 'in-review')).toBe(false);
  expect(statesStep(`x${text}`, message.applicationId, 'in-review')).toBe(false);
});

test.each([
  ['2026-11-27', true],
  ['2026-11-26', true],
  ['2026-11-25', false],
  ['2026-11-28', false],
])('a message of %s is timely on 2026-11-27: %s', (of, expected) => {
  expect(isTimely(day(of), day('2026-11-27'))).toBe(expected);
});
