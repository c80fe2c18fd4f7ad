import { type Quarter, quarterEnd, quarterStart } from '~/domain/subsidy/quarter.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

export type LendingRow = {
  institution_id: string;
  scheme_code: string;
  scheme_version: number;
  principal_fen: bigint;
};

/** Loans drawn in a quarter under schemes that reward new lending; a renewal lends nothing new. */
export const findNewLending = (tx: Tx, quarter: Quarter) =>
  tx.$queryRaw<LendingRow[]>`
    select l.institution_id, s.scheme_code, s.scheme_version, l.principal_fen
    from standing_assessment s
    join policy_version p on p.code = s.scheme_code and p.version = s.scheme_version and p.kind = 'subsidy'
    join loan l on l.enterprise_id = s.enterprise_id and l.id = s.loan_id
    where s.outcome = 'eligible' and coalesce((p.body->>'volumeRewardPpm')::int, 0) > 0 and l.renews_loan_id is null
      and l.disbursed_on >= ${quarterStart(quarter)}::date and l.disbursed_on < ${quarterEnd(quarter)}::date
    order by l.institution_id, s.scheme_code, s.scheme_version, l.id`;

type RewardedRow = {
  institution_id: string;
  scheme_code: string;
  scheme_version: number;
  payer: string;
  fen: bigint;
};

/** What banks were granted for a quarter by runs before this one, by payer. */
export const findRewarded = (tx: Tx, quarter: Quarter) =>
  tx.$queryRaw<RewardedRow[]>`
    select v.institution_id, v.scheme_code, v.scheme_version, f->>'payer' as payer, sum((f->>'amountFen')::bigint)::bigint as fen
    from volume_reward v join subsidy_run r on r.id = v.run_id cross join lateral jsonb_array_elements(v.funding) f
    where v.quarter = ${quarter} and v.kind = 'volume' and r.state in ('approved', 'paid') group by 1, 2, 3, 4`;

type FirstLending = {
  institution_id: string;
  scheme_code: string;
  scheme_version: number;
  principal_fen: bigint;
};

/** The first loans that count now, by bank and scheme. */
export const findFirstLending = (tx: Tx) =>
  tx.$queryRaw<FirstLending[]>`
    select institution_id, scheme_code, scheme_version, sum(principal_fen)::bigint as principal_fen
    from first_loan_entry where scheme_code <> ''
    group by 1, 2, 3 order by 1, 2, 3`;

/** What banks are granted for first loans by all runs that were not rejected, by payer; what was taken back is off it. */
export const findFirstRewarded = (tx: Tx) =>
  tx.$queryRaw<RewardedRow[]>`
    select v.institution_id, v.scheme_code, v.scheme_version, f->>'payer' as payer, sum((f->>'amountFen')::bigint)::bigint as fen
    from volume_reward v join subsidy_run r on r.id = v.run_id cross join lateral jsonb_array_elements(v.funding) f
    where v.kind = 'first-loan' and r.state <> 'rejected' group by 1, 2, 3, 4`;

export const addRewards = (tx: Tx, data: Prisma.VolumeRewardCreateManyInput[]) =>
  tx.volumeReward.createMany({ data, skipDuplicates: true });

export type RewardRow = {
  id: string;
  kind: 'volume' | 'first-loan';
  institution_id: string;
  quarter: string;
  scheme_code: string;
  scheme_zh: string;
  scheme_en: string;
  bank_zh: string;
  bank_en: string;
  volume_fen: bigint;
  amount_fen: bigint;
  funding: { payer: string; amountFen: string }[];
};

/** Rewards of a run that the ledger has not paid yet. */
export const findRewardsUnpaid = (tx: Tx, runId: string) =>
  tx.$queryRaw<RewardRow[]>`
    select v.id, v.kind, v.institution_id, v.quarter, v.scheme_code, p.name_zh as scheme_zh, p.name_en as scheme_en,
           i.name_zh as bank_zh, i.name_en as bank_en, v.volume_fen, v.amount_fen, v.funding
    from volume_reward v join institution i on i.id = v.institution_id
    join policy_version p on p.code = v.scheme_code and p.version = v.scheme_version
    where v.run_id = ${runId}::uuid and v.amount_fen <> 0
      and not exists (select 1 from ledger_transaction t where t.key like 'volume-reward-' || v.id || '-%')
    order by v.id`;

/** Rewards of one run, or what one bank was paid, the latest first. */
export const findRewards = (
  tx: Tx,
  { runId = null, bankId = null }: { readonly runId?: string | null; readonly bankId?: string | null },
  limit: number,
) =>
  tx.$queryRaw<RewardRow[]>`
    select v.id, v.kind, v.institution_id, v.quarter, v.scheme_code, p.name_zh as scheme_zh, p.name_en as scheme_en,
           i.name_zh as bank_zh, i.name_en as bank_en, v.volume_fen, v.amount_fen, v.funding
    from volume_reward v join institution i on i.id = v.institution_id
    join policy_version p on p.code = v.scheme_code and p.version = v.scheme_version
    where (${runId}::uuid is null or v.run_id = ${runId}::uuid)
      and (${bankId}::uuid is null or (v.institution_id = ${bankId}::uuid and v.amount_fen <> 0 and
           exists (select 1 from ledger_transaction t where t.key like 'volume-reward-' || v.id || '-%')))
    order by v.made_at desc, i.code, v.scheme_code limit ${limit}`;
