import type { GuarantorBook } from '~/domain/guarantee/limits.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

type BookRow = { net: bigint | null; outstanding: bigint; sme: bigint; obligor: bigint; grouped: bigint };

/** Held until the transaction ends, so that two contracts of one guarantor are decided one after the other. */
export const lockBook = (tx: Tx, guarantorId: string) =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`guarantor ${guarantorId}`}, 0))::text`;

/**
 * The guarantor's liabilities as they stand, and for one firm and those under the same signatory; null while the guarantor
 * stated no net assets.
 */
export async function readBook(
  tx: Tx,
  guarantorId: string,
  enterpriseId: string | null,
): Promise<GuarantorBook | null> {
  const [row] = await tx.$queryRaw<BookRow[]>`
    select (select net_assets_fen from guarantor_standing where guarantor_id = ${guarantorId}::uuid
            order by as_of desc, stated_at desc limit 1) as net,
           coalesce(sum(liability_fen), 0)::bigint as outstanding,
           coalesce(sum(liability_fen) filter (where is_sme_agri), 0)::bigint as sme,
           coalesce(sum(liability_fen) filter (where enterprise_id = ${enterpriseId}::uuid), 0)::bigint as obligor,
           coalesce(sum(liability_fen) filter (where enterprise_id = ${enterpriseId}::uuid or enterprise_id in
             (select affiliate_id from guarantee_affiliate where enterprise_id = ${enterpriseId}::uuid)), 0)::bigint as grouped
    from guarantee_contract where guarantor_id = ${guarantorId}::uuid and state = 'in-force'`;
  if (!row || row.net === null) return null;
  return {
    netAssets: fen(row.net),
    outstanding: fen(row.outstanding),
    smeAgri: fen(row.sme),
    obligor: fen(row.obligor),
    obligorGroup: fen(row.grouped),
  };
}

export type LargestRow = { firm: string; fen: bigint; contracts: number };

/** The firms for which a guarantor is liable most. */
export const findLargest = (tx: Tx, guarantorId: string, limit: number) =>
  tx.$queryRaw<LargestRow[]>`
    select e.name as firm, sum(g.liability_fen)::bigint as fen, count(*)::int as contracts
    from guarantee_contract g join enterprise e on e.id = g.enterprise_id
    where g.guarantor_id = ${guarantorId}::uuid and g.state = 'in-force' group by e.id, e.name order by 2 desc, 1 limit ${limit}`;

export const addStanding = (tx: Tx, data: Prisma.GuarantorStandingCreateManyInput) =>
  tx.guarantorStanding.createMany({ data: [data] });

export const findFirmByCode = (tx: Tx, uscc: string) =>
  tx.enterprise.findFirst({ where: { uscc }, select: { id: true } });

export const addAffiliates = (tx: Tx, data: Prisma.GuaranteeAffiliateCreateManyInput[]) =>
  tx.guaranteeAffiliate.createMany({ data, skipDuplicates: true });
