import { type Card, cardSchema } from '~/domain/score/card.ts';
import type { Tx } from '~/server/db/client.ts';

/** Every published card: a sheet is read in the order of the card that it was made with. */
export async function publishedCards(tx: Tx): Promise<Card[]> {
  const rows = await tx.scorecard.findMany({ where: { kind: 'rule' }, select: { body: true } });
  return rows.map((row) => cardSchema.parse(row.body));
}
