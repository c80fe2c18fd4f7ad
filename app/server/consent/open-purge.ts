import { toBranch } from '~/domain/consent/artefact.ts';
import { purgeDue } from '~/domain/consent/withdrawal.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import type { SealedConsent } from '~/server/consent/store.ts';
import { acknowledgementsOf, addAcknowledgement } from '~/server/consent/store-acknowledgement.ts';
import { firmNames } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { notify } from '~/server/platform/notify.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';

type Ended = {
  readonly consent: SealedConsent;
  /** Withdrawn, or replaced by one that covers less. */
  readonly kind: 'consent.withdrawn' | 'consent.narrowed';
  readonly at: Date;
};

/**
 * The recipient of a consent that the firm ended is told to stop and to delete, by a day, and has to acknowledge both; once,
 * where it was told before because the purpose was reached and the agreed retention is over.
 */
export async function openPurge(tx: Tx, actor: FirmPerson, { consent, kind, at }: Ended): Promise<void> {
  if (consent.recipient.kind === 'platform') return;
  const { institutionId } = consent.recipient;
  if ((await acknowledgementsOf(tx, actor.enterpriseId, consent.id)).length > 0) return;
  const { withdrawal } = await readPrivacyDuties(tx, dayAt(at));
  const dueOn = purgeDue(dayAt(at), withdrawal);
  const who = { userId: null, userName: actor.name };
  await addAcknowledgement(tx, { consent, institutionId, step: 'notified', at, dueOn, ...who });
  const firm = await firmNames(tx, actor.enterpriseId);
  const named = { firm: firm?.name ?? '', purpose: consent.purpose, ...toBranch(consent) };
  const params = { ...named, at: at.toISOString(), dueOn };
  await notify(tx, { to: { institutionId }, kind, params, href: '/bank/withdrawals' });
}
