import type { DataElement } from '~/domain/catalogue/data-element.ts';
import type { Named } from '~/domain/catalogue/item.ts';
import { answerFields, suppliedBy } from '~/domain/catalogue/never-ask-twice.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { heldRows, openedItems } from '~/server/record/store-held.ts';

/** An answer that a public body gave already, and where it is from; amounts in fen as text. */
export type HeldAnswer = {
  readonly element: DataElement;
  readonly item: Named;
  readonly provider: Named;
  readonly amountFen: string | null;
  readonly quantity: number | null;
  /** The year that it is about; null where the source names none. */
  readonly year: number | null;
  readonly knownOn: Day;
};

/**
 * What a form need not ask a firm, because a public body supplied it (domain.md row A3): the latest of each element, or
 * that of a year. Items that need a consent count only where the firm opened them to its evaluation.
 */
export async function readHeldAnswers(
  tx: Tx,
  firm: EnterpriseId,
  elements: readonly DataElement[],
  year?: number,
): Promise<HeldAnswer[]> {
  const catalogue = await readCatalogue(tx, clock.today());
  const opened = await openedItems(tx, firm, clock.now());
  const sources = elements.flatMap((element) => {
    const item = catalogue.get(suppliedBy(catalogue.values(), element, opened) ?? '');
    const at = answerFields[element];
    return item && at ? [{ element, item, at }] : [];
  });
  const codes = [...new Set(sources.map(({ item }) => item.code))];
  const rows = codes.length === 0 ? [] : await heldRows(tx, firm, codes);
  return sources.flatMap(({ element, item, at }) => {
    const row = rows.find(
      (each) =>
        each.item === item.code &&
        (at.category === undefined || each.category === at.category) &&
        (year === undefined || each.year === year) &&
        each[at.field] !== null,
    );
    if (!row) return [];
    const source = {
      item: item.name,
      provider: item.providerName,
      year: row.year,
      knownOn: dayAt(row.knownAt),
    };
    return [
      at.field === 'amount'
        ? { element, ...source, amountFen: String(row.amount), quantity: null }
        : { element, ...source, amountFen: null, quantity: row.quantity },
    ];
  });
}
