import { addMonths, type Day, dayAt } from '~/domain/kernel/day.ts';
import { returnBody, returnDueOn, returnStatus } from '~/domain/monitoring/month-return.ts';
import { type ReturnShown, returnShown } from '~/domain/monitoring/return-shown.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readerOf, readsStatistics } from '~/server/access/statistics-reader.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { compileReturn } from '~/server/monitoring/month-return/compile-return.ts';
import { readReturnRule } from '~/server/monitoring/month-return/make-return.ts';
import {
  findPeopleNames,
  findReturns,
  findVersions,
  type ReturnRow,
} from '~/server/monitoring/store-return.ts';

export type Wanted = { readonly month?: string | undefined; readonly version?: number | undefined };

/**
 * The monthly returns, and one of them in full: the named one, else the newest. The risk desk sees every version and whether the store
 * still gives the same; a regulator reads what was filed, without figures that tell of a few firms. Null where the named one is not there.
 */
export function listReturns(actor: Actor, wanted: Wanted) {
  const isRegulator = readsStatistics(actor);
  return withActor(readerOf(actor), async (tx) => {
    const newest = await findReturns(tx, isRegulator);
    const named = wanted.month ? await findReadable(tx, wanted.month, isRegulator) : newest;
    const shown = pick(named, wanted);
    const rows = [
      ...newest.filter(({ month }) => month !== wanted.month),
      ...(wanted.month ? named : []),
    ].sort(byAge);
    const names = await findPeopleNames(
      tx,
      rows.flatMap(({ filedBy }) => filedBy ?? []),
    );
    return {
      today: clock.today() as string,
      next: await nextOf(tx, clock.today()),
      returns: rows.map((row) => entryOf(row, rows, isRegulator ? null : names)),
      shown: shown && {
        ...fileOf(shown, isRegulator),
        again: isRegulator
          ? null
          : (await compileReturn(tx, shown.month, shown.knownAt)).sha256 === shown.sha256,
      },
    };
  });
}

/** The return that is made next: of which month, on which day, and by which day it is filed. */
async function nextOf(tx: Tx, today: Day) {
  const madeOn = addMonths(`${today.slice(0, 7)}-01` as Day, 1);
  const month = today.slice(0, 7);
  const dueOn = returnDueOn(month, await readReturnRule(tx, today));
  return { month, madeOn: madeOn as string, dueOn: dueOn as string };
}

export type Returns = Awaited<ReturnType<typeof listReturns>>;

function entryOf(row: ReturnRow, rows: readonly ReturnRow[], names: ReadonlyMap<string, string> | null) {
  const dueOn = dayOfDate(row.dueOn);
  const filed = rows.flatMap(({ month, filedAt }) => (month === row.month && filedAt ? [filedAt] : []));
  const first = filed.reduce<Date | null>((a, b) => (a && a < b ? a : b), null);
  const firstOn: Day | null = first && dayAt(first);
  return {
    ...{ month: row.month, version: row.version, reason: row.reason, dueOn: dueOn as string },
    knownAt: row.knownAt.toISOString(),
    filedAt: row.filedAt?.toISOString() ?? null,
    filedBy: (row.filedBy && names?.get(row.filedBy)) ?? null,
    status: returnStatus(dueOn, firstOn, clock.today()),
  };
}

/** One return in full as it was made, without asking whether the store still gives the same. Null where it is not there. */
export function readReturn(actor: Actor, wanted: Wanted) {
  return withActor(readerOf(actor), async (tx) => {
    const filedOnly = readsStatistics(actor);
    const { month } = wanted;
    const row = pick(
      month ? await findReadable(tx, month, filedOnly) : await findReturns(tx, filedOnly),
      wanted,
    );
    return row && fileOf(row, filedOnly);
  });
}

/** The versions of a month, however old, that the reader may read. */
async function findReadable(tx: Tx, month: string, filedOnly: boolean): Promise<ReturnRow[]> {
  const found = await findVersions(tx, month);
  return filedOnly ? found.filter(({ filedAt }) => filedAt !== null) : found;
}

/** The named version, else the newest. */
const pick = (rows: readonly ReturnRow[], { version }: Wanted): ReturnRow | null =>
  rows.find((row) => !version || row.version === version) ?? null;

const byAge = (a: ReturnRow, b: ReturnRow): number =>
  a.month === b.month ? b.version - a.version : a.month < b.month ? 1 : -1;

function fileOf(row: ReturnRow, isDiscreet: boolean) {
  const { behind, ...figures } = returnBody.parse(row.body);
  const shown: ReturnShown = isDiscreet ? returnShown({ ...figures, behind }) : figures;
  return { version: row.version, isFiled: row.filedAt !== null, sha256: row.sha256, ...shown };
}
