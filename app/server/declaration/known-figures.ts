import type { DataElement } from '~/domain/catalogue/data-element.ts';
import type { DeclaredElement } from '~/domain/declaration/declaration.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { type HeldAnswer, readHeldAnswers } from '~/server/record/held-answers.ts';

const elements: { readonly [D in DataElement]?: DeclaredElement } = {
  'firm.staff': 'employees',
  'firm.revenue': 'revenue',
  'firm.assets': 'assets',
};

/** What public bodies supplied of a year: the form does not ask for it, and nobody may declare it. */
export async function knownFigures(
  tx: Tx,
  firm: EnterpriseId,
  year: number,
): Promise<ReadonlyMap<DeclaredElement, HeldAnswer>> {
  const held = await readHeldAnswers(tx, firm, Object.keys(elements) as DataElement[], year);
  return new Map(held.map((answer) => [elements[answer.element] as DeclaredElement, answer]));
}
