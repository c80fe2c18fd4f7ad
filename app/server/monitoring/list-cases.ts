import { addMonths, type Day, startOf } from '~/domain/kernel/day.ts';
import { mayHave } from '~/domain/monitoring/case-desk.ts';
import { type Actor, asPerson, houseOf, type Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { type After, cutPage } from '~/server/db/keyset.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  type CaseFilter,
  type CaseRow,
  type CaseSort,
  countCases,
  findCaseChoices,
  findCases,
} from '~/server/monitoring/store-case-list.ts';
import { findOfficers } from '~/server/monitoring/store-desk.ts';

/** The filter as an address has it: `raised` is a month `YYYY-MM`. */
export type CaseQuery = Omit<CaseFilter, 'raised'> & {
  readonly sort: CaseSort;
  readonly month?: string | undefined;
  readonly after: After | null;
};

const linesOfPage = 30;

const filterOf = ({ month, ...query }: Omit<CaseQuery, 'after' | 'sort'>): CaseFilter => {
  const first = month ? (`${month}-01` as Day) : null;
  return first ? { ...query, raised: [startOf(first), startOf(addMonths(first, 1))] } : query;
};

const bankOf = (person: Person) => (houseOf[person.role] === 'institution' ? person.institutionId : null);

/** The filter that a reader may use: by owner only at the bank whose people they are. */
const allowed = (person: Person, filter: CaseFilter): CaseFilter =>
  bankOf(person) === null ? { ...filter, owner: undefined } : filter;

const readerOf = (person: Person) => ({
  ...{ userId: person.userId, isBank: bankOf(person) !== null, now: clock.now(), today: clock.today() },
});

type Page = { readonly sort: CaseSort; readonly after: After | null; readonly size: number };

async function pageOf(tx: Tx, person: Person, filter: CaseFilter, { sort, after, size }: Page) {
  const rows = await findCases(tx, filter, readerOf(person), { sort, after, limit: size + 1 });
  const { shown, next } = cutPage(rows, size);
  return { cases: shown.map((row) => lineOf(row, bankOf(person) !== null)), next };
}

/** A page of the same cases alone, without what the desk shows around it; they are counted with the first. */
export function readCases(actor: Actor, { sort, after, ...query }: CaseQuery, size: number) {
  const person = asPerson(actor);
  const filter = allowed(person, filterOf(query));
  return withActor(actor, async (tx) => ({
    ...(await pageOf(tx, person, filter, { sort, after, size })),
    total: after ? null : (await countCases(tx, filter, readerOf(person)))[query.tab],
  }));
}

/** The cases of the reader's bank, or of all lenders for the risk desk: a page, how many there are, and what to narrow by. */
export async function listCases(actor: Actor, { sort, after, ...query }: CaseQuery, pageSize = linesOfPage) {
  const person = asPerson(actor);
  const reader = readerOf(person);
  const filter = allowed(person, filterOf(query));
  const bank = bankOf(person);
  return withActor(actor, async (tx) => {
    const page = await pageOf(tx, person, filter, { sort, after, size: pageSize });
    const officers = bank ? await findOfficers(tx, [bank]) : [];
    const here = person.branchId ?? null; // the head office hands over to any branch
    return {
      ...page,
      counts: await countCases(tx, filter, reader),
      ...(await findCaseChoices(tx)),
      officers: officers
        .filter(({ branch_id }) => here === null || mayHave({ branchId: branch_id }, here))
        .map(({ id, name, live }) => ({ id, name, live })),
      now: reader.now.toISOString(),
    };
  });
}

export type CaseList = Awaited<ReturnType<typeof listCases>>;
export type CaseLine = CaseList['cases'][number];

/** The most cases that a file holds. */
export const mostExported = 100_000;

/** Every case of a filter, in its order, for a file: up to one more than it holds, so that the caller sees when that is too many. */
export async function allCases(actor: Actor, { sort, ...query }: Omit<CaseQuery, 'after'>) {
  const person = asPerson(actor);
  const page = { sort, after: null, limit: mostExported + 1 };
  const rows = await withActor(actor, (tx) =>
    findCases(tx, allowed(person, filterOf(query)), readerOf(person), page),
  );
  return rows.map((row) => lineOf(row, bankOf(person) !== null));
}

/** A case as lists show it. Who has it is the bank's own business: others learn only whether somebody does. */
export const lineOf = (row: CaseRow, isBank: boolean) => ({
  id: row.id,
  signal: row.signal_code,
  severity: row.severity,
  state: row.state,
  raisedAt: row.raised_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  verdict: row.verdict,
  escalated: row.escalated_into !== null,
  asideUntil: row.is_aside ? row.snoozed_until : null,
  asideWhy: row.snooze_reason,
  firm: row.firm,
  uscc: row.uscc,
  region: row.region,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  contractNo: row.contract_no,
  isOwned: row.owner !== null,
  owner: isBank ? row.owner : null,
  leftOwner: isBank ? row.left_owner : null,
});
