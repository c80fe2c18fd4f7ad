import { randomUUID } from 'node:crypto';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { scoreBatch } from '~/server/score/score-batch.ts';
import type { BenchContext, Figure } from './bench.ts';
import { measurePages } from './score-page.ts';

const actor = system('bench');
const rounds = 200;

/** A new record until its firm's new score is stored, and the score page beside the question that it asks. */
export async function singleAndPage(context: BenchContext): Promise<Readonly<Record<string, Figure>>> {
  const firms = await withActor(
    actor,
    (tx) =>
      tx.$queryRaw<{ id: EnterpriseId }[]>`select id from enterprise order by md5(id::text) limit ${rounds}`,
  );
  const single: number[] = [];
  for (const { id } of firms) {
    const begun = performance.now();
    const batchId = await addRecord(id);
    await scoreBatch(batchId);
    single.push(performance.now() - begun);
  }
  const { page, query } = await measurePages(
    context,
    firms.map(({ id }) => id),
  );
  return {
    single: { values: [p99(single.slice(rounds / 10))], baselines: [1], unit: 'ms (p99)', target: 50 },
    page: { values: [p99(page)], baselines: [p99(query)], unit: 'ms (p99)', target: 3 },
  };
}

/** The value that one in a hundred is above. */
function p99(values: readonly number[]): number {
  const counted = values.toSorted((a, b) => a - b);
  return counted[Math.ceil(counted.length * 0.99) - 1] ?? Number.NaN;
}

/** One penalty as a register delivers it. */
async function addRecord(firm: EnterpriseId): Promise<string> {
  const batchId = randomUUID();
  await withActor(
    actor,
    (tx) => tx.$executeRaw`
      with batch as (
        insert into record_batch (id, provider_id, mapping, file_name, file_hash, file_bytes, state, received_at)
        values (${batchId}::uuid, ${batchId}::uuid, 'bench', 'one.csv', '', 0, 'accepted', now()))
      insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, category, known_at)
      values (${firm}::uuid, 'penalty.decision', 1, ${batchId}::uuid, ${batchId}::uuid, uuid_send(${batchId}::uuid), current_date,
              'serious', now())`,
  );
  return batchId;
}
