import type { Tx } from '~/server/db/client.ts';

export type ContractRow = {
  id: string;
  enterprise_id: string;
  guarantor_id: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  guarantor_zh: string;
  guarantor_en: string;
  kind: string;
  state: string;
  contract_no: string;
  principal_fen: bigint;
  share_ppm: number;
  liability_fen: bigint;
  fee_ppm: number | null;
  waiting_days: number;
  maturity_on: string;
  agreed_on: string | null;
  note: string | null;
  shares: { payer: string; sharePpm: number; amountFen: string }[] | null;
  maker_id: string | null;
  maker: string | null;
  checker: string | null;
  paid_fen: bigint;
  recovered_fen: bigint;
};

type Filter = {
  readonly id?: string;
  readonly loanId?: string;
  readonly states?: readonly string[];
};

/** Contracts that the reader is a party of, with what was paid and recovered, the latest request first. */
export const findContracts = (tx: Tx, filter: Filter, limit: number, offset: number) =>
  tx.$queryRaw<ContractRow[]>`
    select g.id, g.enterprise_id, g.guarantor_id, e.name as firm, b.name_zh as bank_zh, b.name_en as bank_en,
           i.name_zh as guarantor_zh, i.name_en as guarantor_en, g.kind, g.state, g.contract_no, g.principal_fen, g.share_ppm,
           g.liability_fen, g.fee_ppm, g.waiting_days, g.maturity_on::text, g.agreed_on::text, g.note, g.shares,
           g.maker_id::text, m.name as maker, c.name as checker,
           coalesce(s.paid, 0)::bigint as paid_fen, coalesce(s.recovered, 0)::bigint as recovered_fen
    from guarantee_contract g
    join enterprise e on e.id = g.enterprise_id
    join institution b on b.id = g.institution_id join institution i on i.id = g.guarantor_id
    left join user_account m on m.id = g.maker_id left join user_account c on c.id = g.checker_id
    left join lateral (select sum(amount_fen) filter (where kind = 'paid') as paid,
                              sum(amount_fen) filter (where kind = 'recovered') as recovered
                       from guarantee_event x where x.enterprise_id = g.enterprise_id and x.contract_id = g.id) s on true
    where (${filter.id ?? null}::uuid is null or g.id = ${filter.id ?? null}::uuid)
      and (${filter.loanId ?? null}::uuid is null or g.loan_id = ${filter.loanId ?? null}::uuid)
      and (${filter.states ? [...filter.states] : null}::text[] is null or g.state = any(${filter.states ? [...filter.states] : null}::text[]))
    order by g.requested_at desc, g.id limit ${limit} offset ${offset}`;

export type EventRow = {
  id: string;
  kind: string;
  on_day: string;
  amount_fen: bigint | null;
  note: string | null;
};

/** What happened on a contract, in order; what stays inside the guarantor is left out for the bank. */
export const findEvents = (tx: Tx, contractId: string) =>
  tx.$queryRaw<EventRow[]>`
    select id, kind, on_day::text, amount_fen, note from guarantee_event
    where contract_id = ${contractId}::uuid and (guarantor_id = actor_institution() or kind not in ('proposed', 'returned'))
    order by recorded_at, id`;

/** Guarantors and insurers that a bank may ask. */
export const findGuarantors = (tx: Tx) =>
  tx.$queryRaw<{ id: string; kind: string; zh: string; en: string }[]>`
    select id, kind, name_zh as zh, name_en as en from institution
    where kind in ('guarantor', 'insurer') and state = 'approved' order by kind, code`;

type FeeRow = { fee_ppm: number | null; sme_ppm: number | null; small_ppm: number | null };

/** The average fee on the liabilities in force, and the parts of them that are SME and agriculture, and small loans. */
export async function findMix(
  tx: Tx,
  guarantorId: string,
  smallUpTo: bigint,
): Promise<{ feePpm: number; smePpm: number; smallPpm: number }> {
  const [row] = await tx.$queryRaw<FeeRow[]>`
    select round(sum(liability_fen::numeric * coalesce(fee_ppm, 0)) / nullif(sum(liability_fen), 0))::int as fee_ppm,
           round(1000000 * coalesce(sum(liability_fen) filter (where is_sme_agri), 0) / nullif(sum(liability_fen), 0))::int as sme_ppm,
           round(1000000 * coalesce(sum(liability_fen) filter (where principal_fen <= ${smallUpTo}), 0)
                 / nullif(sum(liability_fen), 0))::int as small_ppm
    from guarantee_contract where guarantor_id = ${guarantorId}::uuid and state = 'in-force'`;
  return { feePpm: row?.fee_ppm ?? 0, smePpm: row?.sme_ppm ?? 0, smallPpm: row?.small_ppm ?? 0 };
}

/** The firm for which the guarantor is liable most, and the one whose group is the largest. */
export async function findLargestObligor(tx: Tx, guarantorId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select enterprise_id as id from guarantee_contract where guarantor_id = ${guarantorId}::uuid and state = 'in-force'
    group by 1 order by sum(liability_fen) desc, 1 limit 1`;
  return row?.id ?? null;
}

export const findOwnSubsidies = (tx: Tx, guarantorId: string) =>
  tx.$queryRaw<{ id: string; quarter: string; volume_fen: bigint; amount_fen: bigint }[]>`
    select g.id, g.quarter, g.volume_fen, g.amount_fen from guarantor_subsidy g
    where g.guarantor_id = ${guarantorId}::uuid and g.amount_fen > 0
      and exists (select 1 from ledger_transaction t where t.key = 'guarantor-subsidy-' || g.id)
    order by g.made_at desc limit 40`;
