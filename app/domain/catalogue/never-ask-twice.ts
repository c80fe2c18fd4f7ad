import type { DataElement } from './data-element.ts';
import { type Item, type Level, levels } from './item.ts';

type Supplying = Pick<Item, 'code' | 'sensitivity' | 'answers' | 'level' | 'ceiling'>;

/**
 * The item that answers an element, or null when a form has to ask (domain.md row A3: never ask twice). A public item
 * always does; one that needs a consent does only where the firm opened it.
 */
export const suppliedBy = (
  catalogue: Iterable<Supplying>,
  element: DataElement,
  opened: ReadonlySet<string> = new Set(),
): string | null =>
  [...catalogue].find(
    ({ code, sensitivity, ceiling, answers }) =>
      (sensitivity === 'public' || (sensitivity === 'consent' && opened.has(code))) &&
      ceiling === 'raw' &&
      answers.includes(element),
  )?.code ?? null;

/** Where in a record of the supplying item the answer stands; `category` names the rows that give it. */
export const answerFields: {
  readonly [E in DataElement]?: { readonly field: 'amount' | 'quantity'; readonly category?: string };
} = {
  'firm.capital': { field: 'amount' },
  'firm.staff': { field: 'quantity' },
  'firm.revenue': { field: 'amount', category: 'revenue' },
  'firm.assets': { field: 'amount', category: 'assets' },
};

export type AskedAlready = {
  readonly code: 'catalogue.shared-already';
  readonly element: DataElement;
  readonly item: string;
  readonly level: Level;
};

/**
 * The first element of a draft that another item in force supplies at a higher level or the same: shared there, it may
 * not be asked for again (S2(五): 省级统管的由省级共享).
 */
export function askedAlready(draft: Supplying, catalogue: Iterable<Supplying>): AskedAlready | null {
  const rank = (level: Level) => levels.indexOf(level);
  for (const item of catalogue) {
    if (item.code === draft.code || rank(item.level) > rank(draft.level)) continue;
    const element = draft.answers.find((each) => item.answers.includes(each));
    if (element) return { code: 'catalogue.shared-already', element, item: item.code, level: item.level };
  }
  return null;
}
