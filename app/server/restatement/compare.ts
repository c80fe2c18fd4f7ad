import { type DiffLine, diffSheets } from '~/domain/score/sheet-diff.ts';
import type { Tx } from '~/server/db/client.ts';
import type { ScoreSheet } from '~/server/db/prisma/client.ts';
import { type MadeSheet, readValues } from '~/server/score/sheet-row.ts';
import { cardOf, saysTheSame } from '~/server/score/store.ts';

/** What moved between the sheet that others saw and the one made now, each read with its own card. */
export async function diffOf(tx: Tx, before: ScoreSheet, { result }: MadeSheet): Promise<DiffLine[]> {
  return diffSheets(
    { card: await cardOf(tx, before.cardVersion), values: readValues(before.features, before.missing) },
    { card: await cardOf(tx, result.cardVersion), values: result.features },
  );
}

/** Whether a sheet made now would repeat the last one. */
export const sameSheet = (last: ScoreSheet | null, sheet: MadeSheet): boolean => saysTheSame(last, sheet);
