import { insist } from '~/domain/kernel/result.ts';
import type { Tx } from '~/server/db/client.ts';
import { publishCard } from '~/server/score/publish-card.ts';
import card from './score/card-2026.1.json' with { type: 'json' };

/** Publishes the rule card that the product ships with; repeating it adds nothing. */
export async function seedScorecard(tx: Tx): Promise<void> {
  insist(await publishCard(tx, card));
}
