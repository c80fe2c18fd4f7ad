import type { Tx } from '~/server/db/client.ts';

/** A firm in broad strokes: a province or prefecture, and a section or division; null is any. */
export type Stroke = { readonly region: string | null; readonly industry: string | null };

/** How many firms on record each stroke fits, of the same kind and size: counts only, made by the platform. */
export async function countAlike(
  tx: Tx,
  strokes: readonly Stroke[],
  { kind, size }: { readonly kind: string; readonly size: string | null },
): Promise<number[]> {
  const counts: number[] = [];
  for (const stroke of strokes) {
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      select firms_alike(${stroke.region?.replace(/(00)+$/, '') ?? null}::text, ${stroke.industry}::text,
                         ${kind}::text, ${size}::text) as n`;
    counts.push(row?.n ?? 0);
  }
  return counts;
}
