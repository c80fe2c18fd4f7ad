import { maskName } from '~/domain/privacy/id-number.ts';
import type { PersonConsent } from '~/domain/privacy/person.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { recipientParties } from '~/server/consent/store-party.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { staffOf } from '~/server/privacy/staff-of.ts';
import { consentsOfFirm, type NamedPerson, personsOf } from '~/server/privacy/store-person.ts';
import { refusalsOf } from '~/server/privacy/store-person-rights.ts';

export type PersonState =
  | 'asked'
  | 'refused'
  | 'link-expired'
  | 'active'
  | 'expired'
  | 'withdrawn'
  | 'erased';

/** How a person's own consent stands at an instant. */
export function personState(
  person: NamedPerson,
  consents: readonly PersonConsent[],
  at: Date,
  hasRefused = false,
): { readonly state: PersonState; readonly consent: PersonConsent | null } {
  const consent = consents.filter(({ personId }) => personId === person.id).at(-1) ?? null;
  if (!person.identity) return { state: 'erased', consent };
  if (!consent && hasRefused) return { state: 'refused', consent };
  if (!consent) return { state: person.tokenExpiresAt <= at ? 'link-expired' : 'asked', consent };
  if (consent.revokedAt) return { state: 'withdrawn', consent };
  return { state: consent.validTo <= at ? 'expired' : 'active', consent };
}

/** The people whom the firm asked to consent for themselves, and what may be known of its staff: figures only. */
export async function showPersons(actor: Actor) {
  const { enterpriseId } = asFirm(actor);
  const at = clock.now();
  const today = clock.today();
  return withActor(actor, async (tx) => {
    const duties = await readPrivacyDuties(tx, today);
    const parties = await recipientParties(tx, today);
    const consents = await consentsOfFirm(tx, enterpriseId);
    const refusals = await refusalsOf(tx, enterpriseId);
    const people = (await personsOf(tx, enterpriseId)).map((person) => {
      const refusal = refusals.find(({ personId }) => personId === person.id);
      const { state, consent } = personState(person, consents, at, refusal !== undefined);
      const bank = parties.find(({ id }) => id === person.institutionId);
      return {
        id: person.id,
        name: person.identity ? maskName(person.identity.name) : null,
        relation: person.relation,
        sharePpm: person.sharePpm,
        purpose: person.purpose,
        bank: { zh: bank?.nameZh ?? '', en: bank?.nameEn ?? null },
        state,
        items: consent?.items.length ?? 0,
        validTo: consent?.validTo.toISOString() ?? null,
        refusalHolds: state === 'refused' && refusal ? (dayOfDate(refusal.holdsUntil) as string) : null,
        askedAt: person.createdAt.toISOString(),
      };
    });
    const banks = parties.filter(({ standing }) => standing === 'good');
    return {
      people,
      banks: banks.map(({ id, nameZh, nameEn }) => ({ id, zh: nameZh, en: nameEn })),
      leastSharePpm: duties.persons.ownerSharePpm,
      linkDays: duties.persons.linkDays,
      staff: await staffOf(enterpriseId, today),
    };
  });
}
