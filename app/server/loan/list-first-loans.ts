import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { poolFigures } from '~/server/loan/store-cultivation.ts';
import { findFirstLoans, sumFirstLoans } from '~/server/loan/store-first-loan.ts';

const pageSize = 50;
const quartersShown = 200;

/** First loans as the statistics book them, by bank and quarter, and every loan that was stated to be one. */
export function listFirstLoans(actor: Actor, page: number) {
  return withActor(actor, async (tx) => {
    const rows = await findFirstLoans(tx, pageSize + 1, page * pageSize);
    const sums = await sumFirstLoans(tx, quartersShown);
    const pool = await poolFigures(tx);
    return {
      page,
      pool,
      more: rows.length > pageSize,
      sums: sums.map((row) => ({
        id: `${row.institution_id} ${row.quarter}`,
        bankZh: row.bank_zh,
        bankEn: row.bank_en,
        quarter: row.quarter,
        counted: row.counted,
        adjusted: row.adjusted,
        principalFen: row.principal_fen.toString(),
      })),
      loans: rows.slice(0, pageSize).map((row) => ({
        id: row.id,
        contractNo: row.contract_no,
        firm: row.firm,
        bankZh: row.bank_zh,
        bankEn: row.bank_en,
        disbursedOn: row.disbursed_on,
        principalFen: row.principal_fen.toString(),
        net: row.net,
        entries: row.entries,
      })),
    };
  });
}
