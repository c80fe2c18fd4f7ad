import type { Day } from '~/domain/kernel/day.ts';
import type { AccountKind } from '~/domain/ledger/account.ts';
import type { Reader } from '~/server/db/client.ts';

export type BalanceRow = {
  id: string;
  code: string;
  kind: AccountKind;
  name_zh: string;
  name_en: string;
  scheme_code: string | null;
  balance: string;
  /** What is set aside now; null where the account has no floor or the reader may not know. */
  held: string | null;
};

export type BalanceFilter = {
  readonly on: Day;
  readonly kind: AccountKind | null;
  readonly text: string | null;
};

/** The reader's accounts with their balances on the evening of a day, in the order of their codes. */
export const findBalances = (tx: Reader, f: BalanceFilter, after: string, limit: number) =>
  tx.$queryRaw<BalanceRow[]>`
    select a.id::text, a.code, a.kind, a.name_zh, a.name_en, a.scheme_code, b.fen::text as balance, t.held_fen::text as held
    from ledger_account a
    left join ledger_total t on t.account_id = a.id
    cross join lateral (select coalesce(sum(amount_fen), 0) as fen from ledger_posting p
                        where p.account_id = a.id and p.effective_on <= ${f.on}::date) b
    where a.code > ${after} and (${f.kind}::text is null or a.kind = ${f.kind}::text)
      and (${f.text}::text is null or strpos(lower(a.code || ' ' || a.name_zh || ' ' || a.name_en), lower(${f.text}::text)) > 0)
    order by a.code limit ${limit}`;

export type BalanceSums = { accounts: number; debit: string; credit: string; held: string };

/** The columns of the trial balance over all accounts of the filter, not only those of a page. */
export async function sumBalances(tx: Reader, f: BalanceFilter): Promise<BalanceSums> {
  const [row] = await tx.$queryRaw<BalanceSums[]>`
    select count(*)::int as accounts, coalesce(sum(b.fen) filter (where b.fen > 0), 0)::text as debit,
           coalesce(-sum(b.fen) filter (where b.fen < 0), 0)::text as credit, coalesce(sum(t.held_fen), 0)::text as held
    from ledger_account a
    left join ledger_total t on t.account_id = a.id
    cross join lateral (select coalesce(sum(amount_fen), 0) as fen from ledger_posting p
                        where p.account_id = a.id and p.effective_on <= ${f.on}::date) b
    where (${f.kind}::text is null or a.kind = ${f.kind}::text)
      and (${f.text}::text is null or strpos(lower(a.code || ' ' || a.name_zh || ' ' || a.name_en), lower(${f.text}::text)) > 0)`;
  if (!row) throw new Error('no sums');
  return row;
}

export type PeriodRow = {
  ends_on: Day;
  transactions: number;
  turnover: string;
  digest: string;
  closed_at: Date;
  closed_by: string | null;
};

export const findPeriods = (tx: Reader, limit: number) =>
  tx.$queryRaw<PeriodRow[]>`
    select p.ends_on::text, p.transactions::int, p.turnover_fen::text as turnover, p.digest, p.closed_at, u.name as closed_by
    from ledger_period p left join user_account u on u.id = p.closed_by
    order by p.ends_on desc limit ${limit}`;

export type AccountRow = Omit<BalanceRow, 'balance'> & { floor: string | null; opened_at: Date };

export async function findAccount(tx: Reader, id: string): Promise<AccountRow | null> {
  const [row] = await tx.$queryRaw<AccountRow[]>`
    select a.id::text, a.code, a.kind, a.name_zh, a.name_en, a.scheme_code, t.held_fen::text as held,
           a.floor_fen::text as floor, a.opened_at
    from ledger_account a left join ledger_total t on t.account_id = a.id where a.id = ${id}::uuid`;
  return row ?? null;
}

/** The id of the account with a code, if the reader may see it. */
export async function findAccountByCode(tx: Reader, code: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select id::text from ledger_account where code = ${code}::text`;
  return row?.id ?? null;
}

export type StatementRow = {
  transaction: string;
  seq: number;
  effective_on: Day;
  booked_at: Date | null;
  kind: string | null;
  memo: string | null;
  reverses: string | null;
  reversed_by: string | null;
  amount: string;
  /** The balance after this line. */
  balance: string;
};

export type StatementPlace = { readonly on: Day; readonly transaction: string; readonly seq: number };
export type StatementSpan = { readonly from: Day; readonly to: Day };

/** The lines of an account in the order of their days, each with the balance after it. */
export const findStatement = (
  tx: Reader,
  account: string,
  { from, to }: StatementSpan,
  after: StatementPlace,
  limit: number,
) => tx.$queryRaw<StatementRow[]>`
    with page as (
      select p.transaction_id, p.seq, p.effective_on, p.amount_fen from ledger_posting p
      where p.account_id = ${account}::uuid and p.effective_on between ${from}::date and ${to}::date
        and (p.effective_on, p.transaction_id, p.seq) > (${after.on}::date, ${after.transaction}::text::bigint, ${after.seq}::integer)
      order by p.effective_on, p.transaction_id, p.seq limit ${limit}
    ), before as (
      select coalesce(sum(p.amount_fen), 0) as fen from ledger_posting p
      where p.account_id = ${account}::uuid and p.effective_on <= (select min(effective_on) from page)
        and (p.effective_on, p.transaction_id, p.seq)
            < (select effective_on, transaction_id, seq from page order by effective_on, transaction_id, seq limit 1)
    )
    select p.transaction_id::text as transaction, p.seq, p.effective_on::text, t.booked_at, t.kind, t.memo,
           t.reverses::text, (select r.id::text from ledger_transaction r where r.reverses = p.transaction_id) as reversed_by,
           p.amount_fen::text as amount,
           ((select fen from before) + sum(p.amount_fen) over (order by p.effective_on, p.transaction_id, p.seq))::text as balance
    from page p left join ledger_transaction t on t.id = p.transaction_id
    order by p.effective_on, p.transaction_id, p.seq`;

export type StatementSums = { opening: string; debit: string; credit: string; lines: number };

/** What an account stood at before a span, and what moved in it. */
export async function sumStatement(
  tx: Reader,
  account: string,
  { from, to }: StatementSpan,
): Promise<StatementSums> {
  const [row] = await tx.$queryRaw<StatementSums[]>`
    select coalesce(sum(amount_fen) filter (where effective_on < ${from}::date), 0)::text as opening,
           coalesce(sum(amount_fen) filter (where effective_on >= ${from}::date and amount_fen > 0), 0)::text as debit,
           coalesce(-sum(amount_fen) filter (where effective_on >= ${from}::date and amount_fen < 0), 0)::text as credit,
           (count(*) filter (where effective_on >= ${from}::date))::int as lines
    from ledger_posting where account_id = ${account}::uuid and effective_on <= ${to}::date`;
  if (!row) throw new Error('no sums');
  return row;
}
