import { outlookOf } from '~/domain/repair/regime.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { notifyAll } from '~/server/platform/notify.ts';
import { classed, type RepairRegimeRead } from '~/server/repair/read-regimes.ts';
import type { ArrivedRecord } from '~/server/repair/store-arrived.ts';

/**
 * Tells a firm of records that came in about it and can be repaired: from when, and where the guide is (两书同达, domain.md
 * row J4: the decision and the notice of repair reach it together). Records whose publication has ended are left out.
 */
export async function tellArrived(
  tx: Tx,
  records: readonly ArrivedRecord[],
  regimes: readonly RepairRegimeRead[],
): Promise<void> {
  const today = clock.today();
  const notices = records.flatMap((record) => {
    const { enterpriseId, id, itemZh, itemEn, occurredOn } = record;
    const outlook = outlookOf(regimes, occurredOn, classed(record));
    if (!outlook || outlook.latest < today) return [];
    const params = { itemZh, itemEn, on: outlook.earliest, isOpen: outlook.earliest <= today };
    const href = `/my/rights/records/${id}`;
    return [{ to: { enterpriseId }, kind: 'repair.record-arrived', params, href }];
  });
  if (notices.length > 0) await notifyAll(tx, notices);
}
