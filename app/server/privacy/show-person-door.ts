import { accept, type Result } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { catalogueToday } from '~/server/consent/store.ts';
import { firmNames, institutionContact } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { DoorRefusal } from '~/server/privacy/person-door.ts';
import { type BookReach, openReach, type WholeReach } from '~/server/privacy/person-reach.ts';
import { isOpenReport, reportCount, reportOf } from '~/server/privacy/show-person-report.ts';
import { personState } from '~/server/privacy/show-persons.ts';
import { firmsOfBooks } from '~/server/privacy/store-identity.ts';
import { consentsOfPerson } from '~/server/privacy/store-person.ts';
import { refusalsOf } from '~/server/privacy/store-person-rights.ts';
import { questionsAbout } from '~/server/privacy/store-question.ts';

/**
 * What a natural person sees behind their own link: who asks, for what, how the consent stands, who asked what; with the
 * key of a report that is open, everything held about them.
 */
export function showPersonDoor(
  token: string,
  report?: string,
): Promise<Result<PersonDoor | WholeDoor, DoorRefusal>> {
  return withActor(
    system('privacy.person-door'),
    async (tx): Promise<Result<PersonDoor | WholeDoor, DoorRefusal>> => {
      const reach = await openReach(tx, token);
      if (!reach.ok) return reach;
      return accept(
        reach.value.scope === 'whole'
          ? await wholeDoorOf(tx, reach.value, report)
          : await doorOf(tx, reach.value, report),
      );
    },
  );
}

export type PersonDoor = Awaited<ReturnType<typeof doorOf>>;
export type WholeDoor = Awaited<ReturnType<typeof wholeDoorOf>>;

/** Behind a link of the platform: everything held, in whichever firm's book. */
async function wholeDoorOf(tx: Tx, reach: WholeReach, report?: string) {
  const isOpen = report !== undefined && (await isOpenReport(tx, reach, report));
  const isErased = reach.check.tag === null;
  return {
    scope: 'whole' as const,
    isErased,
    firms: await firmsOfBooks(tx, reach.subjects),
    reports: isErased ? null : await reportCount(tx, reach),
    report: isOpen && !isErased ? { key: report, ...(await reportOf(tx, reach)) } : null,
    isReportClosed: report !== undefined && !isOpen,
    linkUntil: (reach.check.expiresAt as Date).toISOString(),
  };
}

async function doorOf(tx: Tx, reach: BookReach, report?: string) {
  const { person } = reach;
  const { enterpriseId, institutionId } = person;
  const consents = await consentsOfPerson(tx, enterpriseId, person.id);
  const refusal = (await refusalsOf(tx, enterpriseId)).find(({ personId }) => personId === person.id);
  const { state, consent } = personState(person, consents, clock.now(), refusal !== undefined);
  const isOpen = report !== undefined && (await isOpenReport(tx, reach, report));
  const firm = await firmNames(tx, enterpriseId);
  const party = await institutionContact(tx, institutionId);
  const items = (await catalogueToday(tx, clock.today()))
    .filter(({ subject }) => subject === 'natural-person')
    .map(({ code, nameZh, nameEn, provider, classCode, className }) => ({
      ...{ code, zh: nameZh, en: nameEn, provider, classCode, className },
    }));
  const asked = await questionsAbout(tx, enterpriseId, person.id);
  return {
    scope: 'book' as const,
    state,
    firm: firm?.name ?? '',
    name: person.identity?.name ?? null,
    relation: person.relation,
    purpose: person.purpose,
    bank: { zh: party?.nameZh ?? '', en: party?.nameEn ?? null, contact: party?.contact ?? null },
    refusalHolds: state === 'refused' && refusal ? (dayOfDate(refusal.holdsUntil) as string) : null,
    reports: consent ? await reportCount(tx, reach) : null,
    report: isOpen && person.identity ? { key: report, ...(await reportOf(tx, reach)) } : null,
    isReportClosed: report !== undefined && !isOpen,
    linkUntil: person.tokenExpiresAt.toISOString(),
    items,
    consent: consent && {
      items: [...consent.items],
      validTo: consent.validTo.toISOString(),
      grantedAt: consent.grantedAt.toISOString(),
      revokedAt: consent.revokedAt?.toISOString() ?? null,
    },
    asked: asked.map(({ id, item, question, answer, band, refusal, userName, at }) => ({
      ...{ id, item, question, answer, band, refusal, userName, at: at.toISOString() },
    })),
  };
}
