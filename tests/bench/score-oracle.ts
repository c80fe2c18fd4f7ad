import { gaps } from '~/domain/feature/columnar/tape.ts';
import type { Lens } from '~/domain/feature/compute.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { uuidText } from '~/server/feature/segments/key-index.ts';
import type { Segments } from '~/server/feature/segments/open-segments.ts';
import { featuresBySql } from '~/server/feature/store-oracle.ts';
import type { Plan, RunWorld } from '~/server/score/columnar/run-world.ts';
import { population } from './score-world.ts';

type Asked = {
  readonly world: RunWorld;
  readonly lens: Lens;
  readonly segments: Segments;
  readonly plan: Plan;
};

/** Throws unless the kernel's answers are those of the database's SQL, value by value and gap by gap, for `most` firms. */
export async function expectOracle({ world, lens, segments, plan }: Asked, most: number): Promise<void> {
  const { table } = segments;
  const { values, gaps: numbers } = plan.task.answers;
  const firms = Array.from({ length: Math.min(most, table.firms.size) }, (_, firm) =>
    uuidText(table.firms.keys, firm * 16),
  );
  const { knownAt } = world;
  const rows = await withBatchTransaction((tx) => featuresBySql(tx, { lens, population, knownAt, firms }));
  if (rows.length !== firms.length)
    throw new Error(`${rows.length} firms in SQL, ${firms.length} in the kernel`);
  const place = new Map(firms.map((id, firm) => [id, firm]));
  for (const { firm, values: expected } of rows)
    for (const [f, { value, gap }] of expected.entries()) {
      const at = (place.get(firm) as number) * expected.length + f;
      const ours = gaps[numbers[at] as number] ?? null;
      if (ours !== gap || (gap === null && values[at] !== value))
        throw new Error(
          `${firm} ${lens.features[f]?.definition.code}: ${values[at]} ${ours}, in SQL ${value} ${gap}`,
        );
    }
}

/** Throws unless another engine's sums of values and counts of gaps, feature by feature, are the kernel's. */
export function expectSums(sums: readonly unknown[], lens: Lens, plan: Plan): void {
  const { values, gaps: numbers } = plan.task.answers;
  const features = lens.features.length;
  for (let f = 0; f < features; f++) {
    let [sum, missing] = [0n, 0n];
    for (let at = f; at < values.length; at += features)
      if (numbers[at] === 0) sum += BigInt(values[at] as number);
      else missing += 1n;
    const theirs = [sums[f * 2] ?? 0, sums[f * 2 + 1] ?? 0].map((n) => BigInt(String(n)));
    if (theirs[0] !== sum || theirs[1] !== missing)
      throw new Error(`${lens.features[f]?.definition.code}: ${sum} ${missing}, in DuckDB ${theirs}`);
  }
}
