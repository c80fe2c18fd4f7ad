import { purgeDue } from '~/domain/consent/withdrawal.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { clock } from '~/server/clock.ts';
import { addAcknowledgement } from '~/server/consent/store-acknowledgement.ts';
import { retentionOver } from '~/server/consent/store-chase.ts';
import type { Tx } from '~/server/db/client.ts';
import { notify } from '~/server/platform/notify.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';

/**
 * Starts the purge where the retention that a firm agreed to is over (DataLife, domain.md §2.4): the recipient gets the
 * same task as after a withdrawal. Returns how many; asked again the same day it finds none.
 */
export async function endRetention(tx: Tx, today: Day): Promise<number> {
  const { withdrawal } = await readPrivacyDuties(tx, today);
  const dueOn = purgeDue(today, withdrawal);
  const ended = await retentionOver(tx, today);
  for (const { id, enterpriseId, institutionId, firm, purpose, personId } of ended) {
    const consent = { id: id as ConsentId, enterpriseId };
    const who = { userId: null, userName: 'consent.retention' };
    await addAcknowledgement(tx, {
      consent,
      institutionId,
      step: 'notified',
      at: clock.now(),
      dueOn,
      ...who,
    });
    const params = { firm, purpose, dueOn };
    await notify(tx, {
      to: { institutionId },
      kind: personId ? 'privacy.person-retention-over' : 'consent.retention-over',
      params,
      href: '/bank/withdrawals',
    });
  }
  return ended.length;
}
