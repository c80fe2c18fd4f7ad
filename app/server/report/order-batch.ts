import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findRegion } from '~/server/enterprise/store-reference.ts';
import { addBatch, countBatchFirms, regionStem } from '~/server/report/store-batch.ts';

export type BatchOrder = {
  /** GB/T 2260, and a section of GB/T 4754; null is all. */
  readonly regionCode: string | null;
  readonly section: string | null;
  readonly locale: 'zh-CN' | 'en';
  readonly origin: string;
};

type OrderRefusal =
  | { readonly code: 'report.region-unknown'; readonly field: 'regionCode' }
  | { readonly code: 'report.no-firms' };

/** Orders public reports of many firms; a worker makes them. The value is the batch's id. */
export function orderBatch(actor: Person, order: BatchOrder): Promise<Result<string, OrderRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, OrderRefusal>> => {
    const { regionCode, section } = order;
    if (regionCode && !(await findRegion(tx, regionCode)))
      return refuse({ code: 'report.region-unknown', field: 'regionCode' });
    const firms = await countBatchFirms(tx, { region: regionCode && regionStem(regionCode), section });
    if (firms === 0) return refuse({ code: 'report.no-firms' });
    const id = randomUUID();
    await addBatch(tx, { id, ...order, orderedBy: actor.userId, orderedAt: clock.now() });
    await recordChange(tx, actor, {
      kind: 'report.batch-ordered',
      subjectId: id,
      payload: { regionCode, section, firms },
      jobs: [{ name: 'report.make-batch', payload: { batchId: id } }],
    });
    await appendAudit(tx, actor, { action: 'report.batch-ordered', detail: { batchId: id, firms } });
    return accept(id);
  });
}
