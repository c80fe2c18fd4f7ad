import type { PositionRow } from '~/server/subsidy/store-positions.ts';
import type { ReclaimRow } from '~/server/subsidy/store-reclaims.ts';
import type { RewardRow } from '~/server/subsidy/store-rewards.ts';

/** A subsidised loan as pages show it. */
export const positionOf = (row: PositionRow) => ({
  key: `${row.loan_id} ${row.scheme_code}`,
  loanId: row.loan_id,
  contractNo: row.contract_no,
  firm: row.firm,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  scheme: row.scheme_code,
  schemeZh: row.scheme_zh,
  schemeEn: row.scheme_en,
  state: row.state,
  drawnOn: row.drawn_on,
  maturityOn: row.maturity_on,
  balanceFen: row.balance_fen.toString(),
  eligiblePpm: row.eligible_ppm,
  refused: row.choice === 'refused',
  paidFen: row.paid_fen.toString(),
  demandedFen: row.demanded_fen.toString(),
  returnedFen: row.returned_fen.toString(),
  latest:
    row.quarter === null
      ? null
      : {
          quarter: row.quarter,
          fullFen: String(row.full_fen),
          amountFen: String(row.amount_fen),
          untilOn: String(row.until_on),
          isPaid: row.is_paid,
          deductions: row.deductions ?? [],
        },
});

export type Position = ReturnType<typeof positionOf>;

/** A reward for new lending or first loans as pages show it. */
export const rewardOf = (row: RewardRow) => ({
  id: row.id,
  kind: row.kind,
  quarter: row.quarter,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  schemeZh: row.scheme_zh,
  schemeEn: row.scheme_en,
  volumeFen: row.volume_fen.toString(),
  amountFen: row.amount_fen.toString(),
  funding: row.funding,
});

/** A report as pages show it. */
export const reclaimOf = (row: ReclaimRow) => ({
  id: row.id,
  loanId: row.loan_id,
  contractNo: row.contract_no,
  firm: row.firm,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  cause: row.cause,
  misuseOn: row.misuse_on,
  scope: row.scope,
  note: row.note,
  state: row.state,
  reporter: row.reporter,
  reportedAt: row.reported_at.toISOString(),
  decider: row.decider,
  decidedAt: row.decided_at?.toISOString() ?? null,
  dueOn: row.due_on,
  demandedFen: row.demanded_fen.toString(),
  returnedFen: row.returned_fen.toString(),
});

export type ReclaimShown = ReturnType<typeof reclaimOf>;
