import { addDays, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { consentsEnding } from '~/server/consent/store-ending.ts';
import type { Tx } from '~/server/db/client.ts';
import { notify } from '~/server/platform/notify.ts';

/** Days before its end that a firm is told, so that a renewal is in time (domain.md row B7); ours. */
export const remindDays = 14;

/** Tells firms of consents that end within two weeks, each once; what a day without the worker missed, the next one tells. */
export async function remindExpiry(tx: Tx, today: Day): Promise<number> {
  const until = startOf(addDays(today, remindDays + 1));
  const ending = await consentsEnding(tx, startOf(today), until, remindDays);
  for (const { enterpriseId, isPersonal, href, recipientZh, recipientEn, endsAt } of ending) {
    const to = { enterpriseId: enterpriseId as EnterpriseId };
    await notify(tx, {
      to,
      kind: isPersonal ? 'privacy.person-expiring' : 'consent.expiring',
      params: { recipientZh, recipientEn, on: dayAt(new Date(endsAt.getTime() - 1)) },
      href,
    });
  }
  return ending.length;
}
