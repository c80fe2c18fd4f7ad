import type { Actor } from '~/server/access/actor.ts';
import { type EnrolledRow, type EnrolledTab, findEnrolled } from '~/server/compensation/store-views.ts';
import { withActor } from '~/server/db/with-actor.ts';

const pageSize = 25;

/** A page of the reader's enrolled loans: a bank's desk or a firm's own, with what was claimed and paid. */
export async function listEnrolled(actor: Actor, tab: EnrolledTab, page: number) {
  const rows = await withActor(actor, (tx) => findEnrolled(tx, tab, pageSize + 1, page * pageSize));
  return { rows: rows.slice(0, pageSize).map(asEntry), tab, page, more: rows.length > pageSize };
}

const asEntry = (row: EnrolledRow) => ({
  enrolmentId: row.enrolment_id,
  loanId: row.loan_id,
  contractNo: row.contract_no,
  firm: row.firm,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  poolZh: row.pool_zh,
  poolEn: row.pool_en,
  mode: row.mode,
  principalFen: row.principal_fen.toString(),
  sharePpm: row.share_ppm,
  ceilingFen: row.ceiling_fen.toString(),
  enrolledOn: row.enrolled_on,
  tier: row.tier,
  dpd: row.dpd,
  loanState: row.loan_state,
  claimId: row.claim_id,
  state: row.state,
  waits: row.waits,
  payableFen: (row.payable_fen ?? 0n).toString(),
  holdFen: (row.hold_fen ?? 0n).toString(),
  paidFen: (row.paid_fen ?? 0n).toString(),
  returnedFen: (row.returned_fen ?? 0n).toString(),
});

export type EnrolledEntry = ReturnType<typeof asEntry>;
