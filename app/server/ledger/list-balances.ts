import type { Day } from '~/domain/kernel/day.ts';
import type { AccountKind } from '~/domain/ledger/account.ts';
import { twoSided } from '~/domain/ledger/balance.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  type BalanceFilter,
  type BalanceRow,
  findBalances,
  findPeriods,
  type PeriodRow,
  sumBalances,
} from '~/server/ledger/store-balances.ts';

export type BalanceQuery = {
  readonly on?: Day | undefined;
  readonly kind?: AccountKind | undefined;
  readonly text?: string | undefined;
  /** The code of the last account of the page before. */
  readonly after?: string | undefined;
};

const pageSize = 50;
const periodsShown = 12;

export const filterOf = ({ on, kind, text }: BalanceQuery): BalanceFilter => ({
  on: on ?? clock.today(),
  kind: kind ?? null,
  text: text?.trim() || null,
});

/** The trial balance of the reader's accounts as of a day: a page of it with the sums of the whole, and closed periods. */
export function listBalances(actor: Actor, query: BalanceQuery) {
  const filter = filterOf(query);
  return withActor(actor, async (tx) => {
    const rows = await findBalances(tx, filter, query.after ?? '', pageSize + 1);
    const shown = rows.slice(0, pageSize);
    return {
      on: filter.on,
      today: clock.today(),
      accounts: shown.map(asEntry),
      sums: await sumBalances(tx, filter),
      periods: (await findPeriods(tx, periodsShown)).map(asPeriod),
      next: rows.length > pageSize ? (shown.at(-1)?.code ?? null) : null,
    };
  });
}

const asEntry = (row: BalanceRow) => {
  const { debit, credit } = twoSided(BigInt(row.balance));
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    debitFen: debit.toString(),
    creditFen: credit.toString(),
    heldFen: row.held,
  };
};

const asPeriod = (row: PeriodRow) => ({
  endsOn: row.ends_on,
  transactions: row.transactions,
  turnoverFen: row.turnover,
  digest: row.digest,
  closedAt: row.closed_at.toISOString(),
  closedBy: row.closed_by,
});
