import {
  allocateColumns,
  type Code,
  type Columns,
  counted,
  dated,
  dayNumber,
  noEnd,
  valued,
} from '~/domain/feature/columnar/columns.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { dayOf } from '~/domain/feature/matching.ts';

/** A fact with the moments (whole numbers from 1) at which it was learnt and at which something took its place. */
export type PlacedFact = FeatureFact & { readonly known?: number; readonly gone?: number };

/** Facts as the kernel reads them, with the dictionary of their codes. */
export function columnsOf(facts: readonly PlacedFact[]): { columns: Columns; codes: Code[] } {
  const columns = allocateColumns(facts.length);
  const codes: Code[] = [];
  for (const [i, fact] of facts.entries()) {
    const { item, category } = fact;
    const known = codes.findIndex((code) => code.item === item && code.category === category);
    columns.code[i] = known < 0 ? codes.push({ item, category }) - 1 : known;
    columns.day[i] = dayNumber(dayOf(fact));
    columns.ended[i] = fact.endedOn === null ? noEnd : dayNumber(fact.endedOn);
    columns.amount[i] = Number(fact.amount ?? 0n);
    columns.quantity[i] = fact.quantity ?? 0;
    columns.flags[i] =
      (fact.occurredOn === null ? 0 : dated) +
      (fact.amount === null ? 0 : valued) +
      (fact.quantity === null ? 0 : counted);
    columns.known[i] = fact.known ?? 1;
    columns.gone[i] = fact.gone ?? 0;
    columns.id.set(Buffer.from(fact.id.replaceAll('-', ''), 'hex'), i * 16);
  }
  return { columns, codes };
}
