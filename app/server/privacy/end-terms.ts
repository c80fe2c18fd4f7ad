import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { findPlatform } from '~/server/institution/store-names.ts';
import { notify } from '~/server/platform/notify.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { repeatErasures } from '~/server/privacy/erase-person.ts';
import { reviewsDue } from '~/server/privacy/store-registers.ts';
import { dropDeliveryFiles, dropNotifications } from '~/server/privacy/store-retention.ts';

const drops: { readonly [what: string]: (tx: Tx, before: Date) => Promise<number> } = {
  'delivery-file': dropDeliveryFiles,
  notification: dropNotifications,
};

/**
 * Clears what is kept no longer than policy says, repeats erasures that a crash left half done, and reminds of
 * assessments to be looked at again. Returns how many rows of each kind went.
 */
export async function endTerms(tx: Tx, today: Day): Promise<{ readonly [what: string]: number }> {
  const { retention } = await readPrivacyDuties(tx, today);
  const cleared: Record<string, number> = {};
  for (const { what, days } of retention) {
    const drop = drops[what];
    if (drop && days !== null) cleared[what] = await drop(tx, startOf(addDays(today, -days)));
  }
  await repeatErasures(tx);
  await remindReviews(tx, today);
  const total = Object.values(cleared).reduce((sum, n) => sum + n, 0);
  if (total > 0)
    await appendAudit(tx, system('privacy.retention'), {
      action: 'privacy.retention-ended',
      detail: cleared,
    });
  return cleared;
}

async function remindReviews(tx: Tx, today: Day): Promise<void> {
  const [platform] = await findPlatform(tx);
  if (!platform) return;
  for (const { id, title } of await reviewsDue(tx, today)) {
    const href = `/operator/privacy/assessments/${id}`;
    await notify(tx, {
      to: { institutionId: platform },
      kind: 'privacy.review-due',
      params: { title },
      href,
    });
  }
}
