import { maskName } from '~/domain/privacy/id-number.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { catalogueToday } from '~/server/consent/store.ts';
import { firmNames } from '~/server/consent/store-party.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { personState } from '~/server/privacy/show-persons.ts';
import { consentsToInstitution, personsFor } from '~/server/privacy/store-person.ts';
import { questionsBy } from '~/server/privacy/store-question.ts';

/** The natural persons who consented to the actor's institution, what may be asked about each, and what was asked. */
export function listConsentingPersons(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  return withActor(system('privacy.list-persons'), async (tx) => {
    const catalogue = await catalogueToday(tx, clock.today());
    const nameOf = (code: string) => {
      const item = catalogue.find((one) => one.code === code);
      return { code, zh: item?.nameZh ?? code, en: item?.nameEn ?? code };
    };
    const consents = await consentsToInstitution(tx, institutionId);
    const people = await Promise.all(
      (await personsFor(tx, institutionId)).map(async (person) => {
        const { state, consent } = personState(person, consents, clock.now());
        return {
          ...{ id: person.id, enterpriseId: person.enterpriseId, relation: person.relation, state },
          firm: (await firmNames(tx, person.enterpriseId))?.name ?? '',
          name: person.identity ? maskName(person.identity.name) : null,
          purpose: person.purpose,
          validTo: consent?.validTo.toISOString() ?? null,
          items: state === 'active' ? (consent?.items ?? []).map(nameOf) : [],
        };
      }),
    );
    const names = new Map(people.map((person) => [person.id as string, person]));
    const asked = (await questionsBy(tx, institutionId)).map(
      ({ id, personId, item, question, answer, band, refusal, at, userName }) => ({
        ...{ id, question, answer, band, refusal, userName, at: at.toISOString(), item: nameOf(item) },
        person: names.get(personId ?? '')?.name ?? null,
        firm: names.get(personId ?? '')?.firm ?? '',
      }),
    );
    return { people, asked };
  });
}
