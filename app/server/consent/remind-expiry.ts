import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { consentsEnding } from '~/server/consent/store-ending.ts';
import type { Tx } from '~/server/db/client.ts';
import { notify } from '~/server/platform/notify.ts';

/** Days before its end that a firm is told, so that a renewal is in time (domain.md row B7); ours. */
export const remindDays = 14;

/** Tells firms of consents that end on the day two weeks ahead; asked once a day, it tells each once. */
export async function remindExpiry(tx: Tx, today: Day): Promise<number> {
  const day = addDays(today, remindDays);
  const ending = await consentsEnding(tx, startOf(day), startOf(addDays(day, 1)));
  for (const { id, enterpriseId, recipientZh, recipientEn } of ending) {
    const to = { enterpriseId: enterpriseId as EnterpriseId };
    await notify(tx, {
      to,
      kind: 'consent.expiring',
      params: { recipientZh, recipientEn, on: day },
      href: `/my/consents/${id}`,
    });
  }
  return ending.length;
}
