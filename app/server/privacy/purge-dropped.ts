import { purgeDue } from '~/domain/consent/withdrawal.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { PersonConsentId } from '~/domain/privacy/person.ts';
import { addAcknowledgement } from '~/server/consent/store-acknowledgement.ts';
import { firmNames } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { notify } from '~/server/platform/notify.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { consentsOfPerson, type NamedPerson } from '~/server/privacy/store-person.ts';
import { itemsAnswered } from '~/server/privacy/store-question.ts';

type Replacing = {
  /** The consents that ended with the new signature. */
  readonly replaced: readonly PersonConsentId[];
  /** What the new one opens. */
  readonly items: readonly string[];
  readonly at: Date;
};

/** A person signed anew for less: the recipient has to delete what it was answered about the items that are left out. */
export async function purgeDropped(
  tx: Tx,
  { enterpriseId, id, institutionId }: NamedPerson,
  { replaced, items, at }: Replacing,
): Promise<void> {
  if (replaced.length === 0) return;
  const answered = await itemsAnswered(tx, enterpriseId, id, at);
  const dropped = new Set(answered.filter((item) => !items.includes(item)));
  const narrowed = (await consentsOfPerson(tx, enterpriseId, id)).filter(
    (old) => replaced.includes(old.id) && old.items.some((item) => dropped.has(item)),
  );
  if (narrowed.length === 0) return;
  const dueOn = purgeDue(dayAt(at), (await readPrivacyDuties(tx, dayAt(at))).withdrawal);
  for (const consent of narrowed) {
    const told = { consent, institutionId, step: 'notified', at, dueOn, userId: null, userName: '' } as const;
    await addAcknowledgement(tx, told);
  }
  const params = { firm: (await firmNames(tx, enterpriseId))?.name ?? '', dueOn };
  await notify(tx, {
    to: { institutionId },
    kind: 'privacy.person-narrowed',
    params,
    href: '/bank/withdrawals',
  });
}
