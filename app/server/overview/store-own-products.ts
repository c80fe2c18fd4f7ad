import type { Tx } from '~/server/db/client.ts';

export type OwnProductRow = {
  id: string;
  name_zh: string;
  name_en: string;
  state: string;
  min_fen: bigint | null;
  max_fen: bigint | null;
  max_term_months: number | null;
  pending: number;
  approved: number;
  declined: number;
  lent_fen: bigint;
};

export const findOwnProducts = (tx: Tx, institutionId: string) => tx.$queryRaw<OwnProductRow[]>`
  select p.id, p.name_zh, p.name_en, p.state, p.min_fen, p.max_fen, p.max_term_months,
         count(a.id) filter (where a.state in ('submitted', 'in-review', 'proposed'))::int as pending,
         count(a.id) filter (where a.state in ('approved', 'accepted', 'contracted', 'disbursed', 'lapsed'))::int as approved,
         count(a.id) filter (where a.state = 'declined')::int as declined,
         coalesce((select sum(l.principal_fen) from loan l where l.product_id = p.id and l.renews_loan_id is null), 0)::bigint as lent_fen
  from product p
  left join application a on a.product_id = p.id
  where p.institution_id = ${institutionId}::uuid
  group by p.id order by p.code`;
