import { dayAt } from '~/domain/kernel/day.ts';
import { type Aim, cultivationStanding, listedUntil } from '~/domain/loan/cultivation.ts';
import { type Actor, asFirm, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { namesOfInstitutions } from '~/server/institution/store-names.ts';
import {
  borrowingOf,
  contactsOf,
  isOpen,
  type ListedRow,
  latestCultivation,
  listedFirms,
  poolFigures,
} from '~/server/loan/store-cultivation.ts';

/** The firm's page: whether it is on the list, where it stands, and what banks did. */
export function showCultivation(actor: Actor, aim: Aim = 'first-loan') {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const listed = await latestCultivation(tx, enterpriseId, aim);
    const borrowing = await borrowingOf(tx, enterpriseId);
    const contacts = listed ? await contactsOf(tx, [listed.id]) : [];
    const names = await namesOfInstitutions(
      tx,
      contacts.map(({ institutionId }) => institutionId),
    );
    const leftOn = listed?.leftAt ? dayAt(listed.leftAt) : null;
    return {
      isListed: listed !== null && isOpen(listed, clock.today()),
      standing: listed ? cultivationStanding({ ...borrowing, leftOn, contacts: contacts.length }) : null,
      joinedAt: listed?.joinedAt.toISOString() ?? null,
      until: listed && listedUntil(dayAt(listed.joinedAt), aim),
      contacts: contacts.map(({ id, institutionId, userName, note, at }) => ({
        ...{ id, userName, note, at: at.toISOString() },
        bank: names.get(institutionId) ?? { zh: '', en: '' },
      })),
    };
  });
}

const pageSize = 40;

/** The list as a bank reads it, with what it did itself; that another bank is at work does not show. */
export async function listCultivated(actor: Actor, page: number) {
  const rows = await withActor(system('loan.cultivation'), (tx) =>
    listedFirms(tx, pageSize + 1, page * pageSize),
  );
  return { page, more: rows.length > pageSize, rows: await withOwnContacts(actor, rows.slice(0, pageSize)) };
}

/** Firms of a list, each with what the bank itself noted. */
export async function withOwnContacts(actor: Actor, rows: readonly ListedRow[]) {
  const own = await withActor(actor, (tx) =>
    contactsOf(
      tx,
      rows.map(({ id }) => id),
    ),
  );
  return rows.map(({ joinedAt, enterpriseId: _, ...row }) => ({
    ...row,
    joinedAt: joinedAt.toISOString(),
    own: own
      .filter(({ cultivationId }) => cultivationId === row.id)
      .map(({ id, userName, note, at }) => ({ id, userName, note, at: at.toISOString() })),
  }));
}

/** How the list has done, for the platform's desk. */
export const showPool = (actor: Actor) => withActor(actor, poolFigures);
