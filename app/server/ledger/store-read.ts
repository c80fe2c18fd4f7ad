import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import type { AccountId } from '~/domain/ledger/account.ts';
import type { LimitScope } from '~/domain/ledger/limit.ts';
import type { HoldId } from '~/domain/ledger/transfer.ts';
import type { Reader } from '~/server/db/client.ts';

/** What an account holds now; `available` is what a transfer or hold may take, null where it has no floor. */
export type AccountStanding = { readonly balance: Fen; readonly held: Fen; readonly available: Fen | null };

/** The balance of an account on the evening of a day, by the days from which its postings count. */
export async function balanceOn(tx: Reader, account: AccountId, on: Day): Promise<Fen> {
  const [row] = await tx.$queryRaw<{ fen: string }[]>`
    select coalesce(sum(amount_fen), 0)::text as fen from ledger_posting
    where account_id = ${account}::uuid and effective_on <= ${on}::date`;
  return fen(BigInt(row?.fen ?? 0));
}

/** Where an account stands now, whatever the effective days; null when there is none. The platform reads it. */
export async function standingOf(tx: Reader, account: AccountId): Promise<AccountStanding | null> {
  const [row] = await tx.$queryRaw<{ posted: string; held: string; floor: string | null }[]>`
    select coalesce(t.posted_fen, (select sum(amount_fen) from ledger_posting where account_id = a.id), 0)::text as posted,
           coalesce(t.held_fen, 0)::text as held, a.floor_fen::text as floor
    from ledger_account a left join ledger_total t on t.account_id = a.id where a.id = ${account}::uuid`;
  if (!row) return null;
  const [balance, held] = [fen(BigInt(row.posted)), fen(BigInt(row.held))];
  const available = row.floor === null ? null : fen(balance - held - BigInt(row.floor));
  return { balance, held, available };
}

export type LimitStanding = {
  readonly ceiling: Fen | null;
  readonly used: Fen;
  /** Never below zero; null where the limit only counts. */
  readonly left: Fen | null;
};

/** What is used of a limit, paid and held together; null when it was never set or is not the reader's. */
export async function limitStanding(tx: Reader, scope: LimitScope): Promise<LimitStanding | null> {
  const [row] = await tx.$queryRaw<{ ceiling: string | null; used: string }[]>`
    select ceiling_fen::text as ceiling, used_fen::text as used from ledger_limit where scope = ${scope}`;
  if (!row) return null;
  const used = fen(BigInt(row.used));
  if (row.ceiling === null) return { ceiling: null, used, left: null };
  const ceiling = fen(BigInt(row.ceiling));
  return { ceiling, used, left: fen(ceiling > used ? ceiling - used : 0n) };
}

export type HoldStanding = {
  readonly amount: Fen;
  readonly state: 'pending' | 'posted' | 'released' | 'expired';
  readonly expiresOn: Day | null;
  readonly transactionId: string | null;
};

/** How a hold stands; null when there is none or it is not the reader's. */
export async function holdStanding(tx: Reader, hold: HoldId): Promise<HoldStanding | null> {
  const [row] = await tx.$queryRaw<
    { amount: string; outcome: HoldStanding['state']; expires: Day | null; transaction: string | null }[]
  >`
    select (select sum(f) from unnest(h.amounts_fen) f)::text as amount, coalesce(e.outcome, 'pending') as outcome,
           h.expires_on::text as expires, e.transaction_id::text as transaction
    from ledger_hold h left join ledger_hold_end e on e.hold_id = h.id where h.id = ${hold}::uuid`;
  if (!row) return null;
  const amount = fen(BigInt(row.amount));
  return { amount, state: row.outcome, expiresOn: row.expires, transactionId: row.transaction };
}

/** The last closed day, or null while nothing was closed: postings count from later days only. */
export async function closedThrough(tx: Reader): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ day: Day | null }[]>`
    select max(ends_on)::text as day from ledger_period`;
  return row?.day ?? null;
}
