import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { returnBody, returnStatus } from '~/domain/monitoring/month-return.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { compileReturn } from '~/server/monitoring/month-return/compile-return.ts';
import { findPeopleNames, findReturns, type ReturnRow } from '~/server/monitoring/store-return.ts';

export type Wanted = { readonly month?: string | undefined; readonly version?: number | undefined };

/**
 * The monthly returns, and one of them in full: the named one, else the newest. The risk desk sees every version and whether the store
 * still gives the same; a regulator reads what was filed. Null where the named one is not there.
 */
export function listReturns(actor: Actor, { month, version }: Wanted) {
  const isRegulator = actor.kind === 'person' && actor.role === 'regulator';
  return withActor(isRegulator ? system('statistics') : actor, async (tx) => {
    const rows = await findReturns(tx, isRegulator);
    const names = await findPeopleNames(
      tx,
      rows.flatMap(({ filedBy }) => filedBy ?? []),
    );
    const named = rows.filter((row) => !month || row.month === month);
    const shown = named.find((row) => !version || row.version === version);
    return {
      today: clock.today() as string,
      returns: rows.map((row) => entryOf(row, rows, isRegulator ? null : names)),
      shown: shown ? await fileOf(tx, shown, isRegulator) : null,
    };
  });
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

async function fileOf(tx: Tx, row: ReturnRow, isRegulator: boolean) {
  const body = returnBody.parse(row.body);
  const again = isRegulator ? null : (await compileReturn(tx, row.month, row.knownAt)).sha256 === row.sha256;
  return { version: row.version, isFiled: row.filedAt !== null, sha256: row.sha256, again, ...body };
}
