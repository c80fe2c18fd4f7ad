import { sha256 } from '~/domain/kernel/hash.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { type KeyReused, type Once, onceOnly } from '~/server/platform/once-only.ts';
import type { ReceiveRefusal } from '~/server/record/admit-delivery.ts';
import type { PushedRecord } from '~/server/record/push-operations.ts';
import { receiveDelivery } from '~/server/record/receive-delivery.ts';

type Pushed = { readonly batchId: string; readonly state: 'received' };

/** What ingestion calls the members of a pushed record. */
const columns: { readonly [M in keyof PushedRecord]-?: string } = {
  uscc: 'uscc',
  date: 'date',
  endDate: 'end date',
  amount: 'amount',
  quantity: 'quantity',
  category: 'category',
  recordNo: 'record no',
  reference: 'reference',
  note: 'note',
  name: 'name',
  region: 'region',
  industry: 'industry',
  capitalWan: 'capital (10k yuan)',
  status: 'status',
};

/** Records that a machine pushes, as a batch like any other: kept as they came, taken in by a worker, once for one key. */
export function pushRecords(
  actor: Person,
  push: { readonly item: string; readonly records: readonly PushedRecord[] },
  once: Once,
): Promise<Result<Pushed, ReceiveRefusal | KeyReused>> {
  const lines = push.records.map((record) => JSON.stringify(named(record)));
  const handed = {
    item: push.item,
    encoding: 'utf-8',
    format: 'push',
    fileName: `push-${sha256(once.key).slice(0, 12)}.jsonl`,
    content: new TextEncoder().encode(lines.join('\n')),
  } as const;
  return onceOnly(actor, once, async (keep) => {
    const answer = (batchId: string): Pushed => ({ batchId, state: 'received' });
    const received = await receiveDelivery(actor, handed, (tx, batchId) => keep(tx, answer(batchId)));
    return received.ok ? { ok: true, value: answer(received.value) } : received;
  });
}

const named = (record: PushedRecord) =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([member, value]) => [columns[member as keyof PushedRecord], value]),
  );
