import { addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { twoSided } from '~/domain/ledger/balance.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  type AccountRow,
  findAccount,
  findStatement,
  type StatementPlace,
  type StatementRow,
  type StatementSpan,
  sumStatement,
} from '~/server/ledger/store-balances.ts';

export type StatementQuery = {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** The place of the last line of the page before: `day.transaction.line`. */
  readonly after?: string | undefined;
};

export type StatementRefusal = { readonly code: 'ledger.account-unknown' };

const pageSize = 50;
const first: StatementPlace = { on: day('0001-01-01'), transaction: '0', seq: 0 };

/** The span asked for; without one, the last twelve months. */
export function spanOf({ from, to }: StatementQuery): StatementSpan {
  const end = to ?? clock.today();
  return { from: from ?? addMonths(end, -12), to: end };
}

/** A page of an account's statement (对账单): opening balance, what moved, the balance after each line. */
export function showStatement(actor: Actor, id: string, query: StatementQuery) {
  const span = spanOf(query);
  return withActor(actor, async (tx): Promise<Result<Statement, StatementRefusal>> => {
    const account = await findAccount(tx, id);
    if (!account) return refuse({ code: 'ledger.account-unknown' });
    return accept(await statementOf(tx, account, span, query.after));
  });
}

async function statementOf(tx: Reader, account: AccountRow, span: StatementSpan, after: string | undefined) {
  const [on, transaction = '0', seq = '0'] = after?.split('.') ?? [];
  const place = on ? { on: day(on), transaction, seq: Number(seq) } : first;
  const rows = await findStatement(tx, account.id, span, place, pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  const { opening, debit, credit, lines } = await sumStatement(tx, account.id, span);
  return {
    account: asAccount(account),
    span,
    today: clock.today(),
    openingFen: opening,
    debitFen: debit,
    creditFen: credit,
    closingFen: (BigInt(opening) + BigInt(debit) - BigInt(credit)).toString(),
    count: lines,
    lines: shown.map(asLine),
    paged: after !== undefined,
    next: last ? `${last.effective_on}.${last.transaction}.${last.seq}` : null,
  };
}

type Statement = Awaited<ReturnType<typeof statementOf>>;

const asAccount = (row: AccountRow) => ({
  id: row.id,
  code: row.code,
  kind: row.kind,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  heldFen: row.held,
  floorFen: row.floor,
});

export const asLine = (row: StatementRow) => {
  const { debit, credit } = twoSided(BigInt(row.amount));
  return {
    id: `${row.transaction}.${row.seq}`,
    transaction: row.transaction,
    effectiveOn: row.effective_on,
    bookedAt: row.booked_at?.toISOString() ?? null,
    kind: row.kind,
    memo: row.memo,
    reverses: row.reverses,
    reversedBy: row.reversed_by,
    debitFen: debit.toString(),
    creditFen: credit.toString(),
    balanceFen: row.balance,
  };
};
