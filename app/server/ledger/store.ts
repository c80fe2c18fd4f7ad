import type { Day } from '~/domain/kernel/day.ts';
import type { NewAccount } from '~/domain/ledger/account.ts';
import type { NewLimit } from '~/domain/ledger/limit.ts';
import type { Reader } from '~/server/db/client.ts';
import { type Answer, only } from '~/server/ledger/answer.ts';

type Answers = { readonly answer: Answer }[];
type Note = { readonly at: Date; readonly by: string | null };

/** Legs as the columns of an SQL function: amounts as text, so that no driver rounds them. */
export type LegColumns = { readonly from: string[]; readonly to: string[]; readonly amounts: string[] };
export type ChargeColumns = { readonly scopes: string[]; readonly charges: string[] };
type Request = { readonly key: string; readonly hash: string; readonly kind: string };
type Movement = Request & LegColumns & ChargeColumns & { readonly about: string; readonly at: Date };

export const callPost = async (tx: Reader, m: Movement & { readonly effectiveOn: Day }) =>
  only(
    await tx.$queryRaw<Answers>`
      select ledger_post(${m.key}, ${m.hash}, ${m.kind}, ${m.effectiveOn}::date, ${m.at}, ${m.from}::text[]::uuid[],
        ${m.to}::text[]::uuid[], ${m.amounts}::text[]::bigint[], ${m.scopes}::text[], ${m.charges}::text[]::bigint[],
        ${m.about}::jsonb) as answer`,
  );

export type BatchColumns = LegColumns & {
  readonly keys: string[];
  readonly hashes: string[];
  readonly kinds: string[];
  readonly days: string[];
  readonly abouts: string[];
};

export const callPostBatch = async (tx: Reader, b: BatchColumns, at: Date) =>
  only(
    await tx.$queryRaw<Answers>`
      select ledger_post_batch(${b.keys}::text[], ${b.hashes}::text[], ${b.kinds}::text[], ${b.days}::text[]::date[], ${at},
        ${b.from}::text[]::uuid[], ${b.to}::text[]::uuid[], ${b.amounts}::text[]::bigint[],
        ${b.abouts}::text[]::jsonb[]) as answer`,
  );

type Placement = Movement & {
  readonly placedOn: Day;
  readonly expiresOn: Day | null;
  readonly least: string | null;
};

export const callPlaceHold = async (tx: Reader, h: Placement) =>
  only(
    await tx.$queryRaw<Answers>`
      select ledger_place_hold(${h.key}, ${h.hash}, ${h.kind}, ${h.placedOn}::date, ${h.at}, ${h.expiresOn}::date,
        ${h.from}::text[]::uuid[], ${h.to}::text[]::uuid[], ${h.amounts}::text[]::bigint[], ${h.scopes}::text[],
        ${h.charges}::text[]::bigint[], ${h.least}::text::bigint, ${h.about}::jsonb) as answer`,
  );

type Payment = {
  readonly key: string;
  readonly hash: string;
  readonly effectiveOn: Day;
  readonly at: Date;
  readonly amounts: string[] | null;
  readonly about: string;
};

export const callSettleHold = async (tx: Reader, holdId: string, p: Payment) =>
  only(
    await tx.$queryRaw<Answers>`
      select ledger_settle_hold(${holdId}::uuid, ${p.key}, ${p.hash}, ${p.effectiveOn}::date, ${p.at},
        ${p.amounts}::text[]::bigint[], ${p.about}::jsonb) as answer`,
  );

export const callReleaseHold = async (tx: Reader, holdId: string, on: Day, reason: string, note: Note) =>
  only(
    await tx.$queryRaw<Answers>`
      select ledger_release_hold(${holdId}::uuid, ${on}::date, ${note.at}, ${reason}, ${note.by}::uuid) as answer`,
  );

export async function callExpireHolds(tx: Reader, today: Day, at: Date, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select ledger_expire_holds(${today}::date, ${at}, ${most}::integer) as n`;
  return row?.n ?? 0;
}

type Undoing = Omit<Payment, 'amounts'>;

export const callReverse = async (tx: Reader, transactionId: bigint, p: Undoing) =>
  only(
    await tx.$queryRaw<Answers>`
      select ledger_reverse(${String(transactionId)}::text::bigint, ${p.key}, ${p.hash}, ${p.effectiveOn}::date, ${p.at},
        ${p.about}::jsonb) as answer`,
  );

export const callOpenAccount = async (tx: Reader, a: NewAccount, at: Date) =>
  only(
    await tx.$queryRaw<Answers>`
      select ledger_open_account(${a.code}, ${a.kind}, ${a.schemeCode}, ${a.enterpriseId}::uuid, ${a.institutionId}::uuid,
        ${a.nameZh}, ${a.nameEn}, ${a.floor === null ? null : String(a.floor)}::text::bigint, ${at}) as answer`,
  );

export const callSetLimit = async (tx: Reader, l: NewLimit, { at, by }: Note) =>
  only(
    await tx.$queryRaw<Answers>`
      select ledger_set_limit(${l.scope}, ${l.ceiling === null ? null : String(l.ceiling)}::text::bigint,
        ${l.enterpriseId}::uuid, ${l.institutionId}::uuid, ${at}, ${by}::uuid) as answer`,
  );

export const callClosePeriod = async (tx: Reader, endsOn: Day, { at, by }: Note) =>
  only(
    await tx.$queryRaw<Answers>`
      select ledger_close_period(${endsOn}::date, ${at}, ${by}::uuid) as answer`,
  );
