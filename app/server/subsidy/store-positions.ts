import type { Tx } from '~/server/db/client.ts';

/** A subsidised loan under a scheme: what was worked out last, what was paid, demanded, returned. */
export type PositionRow = {
  loan_id: string;
  enterprise_id: string;
  contract_no: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  scheme_code: string;
  scheme_zh: string;
  scheme_en: string;
  cap_wan: number | null;
  amount_cap_wan: number | null;
  drawn_on: string;
  maturity_on: string;
  state: string;
  balance_fen: bigint;
  eligible_ppm: number;
  choice: string | null;
  quarter: string | null;
  full_fen: bigint | null;
  cumulative_fen: bigint | null;
  amount_fen: bigint | null;
  until_on: string | null;
  deductions: { code: string; amountFen: string }[] | null;
  is_paid: boolean;
  paid_fen: bigint;
  demanded_fen: bigint;
  returned_fen: bigint;
};

type Filter = { readonly loanId?: string };

/** The reader's subsidised loans, those with money outstanding first. */
export const findPositions = (tx: Tx, filter: Filter, limit: number, offset: number) =>
  tx.$queryRaw<PositionRow[]>`
    select l.id as loan_id, l.enterprise_id, l.contract_no, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en,
           s.scheme_code, p.name_zh as scheme_zh, p.name_en as scheme_en, (p.body->>'principalCapWan')::int as cap_wan,
           (p.body->>'amountCapWan')::int as amount_cap_wan,
           l.disbursed_on::text as drawn_on, l.maturity_on::text, l.state, b.balance_fen,
           coalesce(u.eligible_ppm, 1000000) as eligible_ppm, c.choice, t.quarter, t.full_fen, t.cumulative_fen, t.amount_fen,
           t.until_on::text, t.deductions,
           exists (select 1 from subsidy_entry x where x.enterprise_id = l.enterprise_id and x.entitlement_id = t.id) as is_paid,
           coalesce(n.paid, 0)::bigint as paid_fen, coalesce(n.demanded, 0)::bigint as demanded_fen,
           coalesce(n.returned, 0)::bigint as returned_fen
    from standing_assessment s
    join policy_version p on p.code = s.scheme_code and p.version = s.scheme_version and p.kind = 'subsidy'
    join loan l on l.enterprise_id = s.enterprise_id and l.id = s.loan_id
    join enterprise e on e.id = l.enterprise_id
    join institution i on i.id = l.institution_id
    join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
    left join lateral (select eligible_ppm from subsidy_purpose x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
                       order by stated_at desc limit 1) u on true
    left join lateral (select choice from subsidy_choice x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
                       order by chosen_at desc limit 1) c on true
    left join lateral (select * from subsidy_entitlement x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
                       and x.scheme_code = s.scheme_code order by made_at desc limit 1) t on true
    left join lateral (select sum(amount_fen) filter (where kind = 'paid') as paid,
                              sum(amount_fen) filter (where kind = 'demanded') as demanded,
                              sum(amount_fen) filter (where kind = 'returned') as returned
                       from subsidy_entry x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
                         and x.scheme_code = s.scheme_code) n on true
    where s.outcome = 'eligible' and (${filter.loanId ?? null}::uuid is null or l.id = ${filter.loanId ?? null}::uuid)
    order by (l.state <> 'active'), l.disbursed_on desc, l.id, s.scheme_code limit ${limit} offset ${offset}`;

export type EntitlementRow = {
  id: string;
  loan_id: string;
  contract_no: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  scheme_code: string;
  scheme_zh: string;
  scheme_en: string;
  full_fen: bigint;
  cumulative_fen: bigint;
  amount_fen: bigint;
  deductions: { code: string; amountFen: string }[];
  funding: { payer: string; amountFen: string }[];
};

/** What a run settles, the largest amounts first. */
export const findEntitlements = (tx: Tx, runId: string, limit: number, offset: number) =>
  tx.$queryRaw<EntitlementRow[]>`
    select t.id, t.loan_id, l.contract_no, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en, t.scheme_code,
           p.name_zh as scheme_zh, p.name_en as scheme_en, t.full_fen, t.cumulative_fen, t.amount_fen, t.deductions, t.funding
    from subsidy_entitlement t
    join loan l on l.enterprise_id = t.enterprise_id and l.id = t.loan_id
    join enterprise e on e.id = t.enterprise_id join institution i on i.id = t.institution_id
    join policy_version p on p.code = t.scheme_code and p.version = t.scheme_version
    where t.run_id = ${runId}::uuid order by t.amount_fen desc, t.id limit ${limit} offset ${offset}`;

/** What the pools of subsidies hold, by payer. */
export const findPools = (tx: Tx) =>
  tx.$queryRaw<{ payer: string; fen: bigint }[]>`
    select substr(a.code, length('pool:subsidy:') + 1) as payer, coalesce(sum(p.amount_fen), 0)::bigint as fen
    from ledger_account a left join ledger_posting p on p.account_id = a.id
    where a.code like 'pool:subsidy:%' group by 1 order by 1`;

/** What settlements that are proposed or being paid still ask of each payer: firms, banks, and guarantors by the payer named. */
export const findAsked = (tx: Tx, guarantorPayer: string) =>
  tx.$queryRaw<{ payer: string; fen: bigint }[]>`
    with open_run as (select id from subsidy_run where state in ('proposed', 'approved'))
    select payer, sum(fen)::bigint as fen from (
      select f->>'payer' as payer, (f->>'amountFen')::bigint as fen
      from subsidy_entitlement t join open_run r on r.id = t.run_id cross join lateral jsonb_array_elements(t.funding) f
      where not exists (select 1 from subsidy_entry x where x.enterprise_id = t.enterprise_id and x.entitlement_id = t.id)
      union all
      select f->>'payer', (f->>'amountFen')::bigint
      from volume_reward v join open_run r on r.id = v.run_id cross join lateral jsonb_array_elements(v.funding) f
      where not exists (select 1 from ledger_transaction k where k.key like 'volume-reward-' || v.id || '-%')
      union all
      select ${guarantorPayer}, g.amount_fen from guarantor_subsidy g join open_run r on r.id = g.run_id
      where g.amount_fen > 0 and not exists (select 1 from ledger_transaction k where k.key = 'guarantor-subsidy-' || g.id)
    ) asked group by 1 order by 1`;
