import { fen } from '~/domain/kernel/money.ts';
import { accept, type Refusal, type Result, refuse } from '~/domain/kernel/result.ts';

/** What a function of the ledger returns: facts as text, since a JSON number is not exact. */
export type Answer = { readonly ok: boolean; readonly [fact: string]: string | number | boolean };

/** The one answer of a call. */
export const only = (rows: readonly { readonly answer: Answer }[]): Answer => {
  const [row] = rows;
  if (!row) throw new Error('the ledger gave no answer');
  return row.answer;
};

/** An answer as a result: a refusal carries its facts, those named `…Fen` as amounts. */
export function resultOf<T, R extends Refusal>(answer: Answer, read: (facts: Answer) => T): Result<T, R> {
  if (answer.ok) return accept(read(answer));
  const facts = Object.entries(answer)
    .filter(([name]) => name !== 'ok')
    .map(([name, value]) => [name, name.endsWith('Fen') ? fen(BigInt(String(value))) : value]);
  return refuse(Object.fromEntries(facts) as R);
}
