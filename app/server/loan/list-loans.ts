import type { LoanTag } from '~/domain/loan/loan-tags.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { type After, cutPage } from '~/server/db/keyset.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findLoans, type LoanRow } from '~/server/loan/store.ts';

const pageSize = 25;

/** A page of the reader's loans: a bank's portfolio or a firm's own. */
export async function listLoans(
  actor: Actor,
  state: 'active' | 'settled' | undefined,
  after: After | null,
  tag?: LoanTag | undefined,
) {
  const rows = await withActor(actor, (tx) =>
    findLoans(tx, { state, tag, today: clock.today() }, after, pageSize + 1),
  );
  const { shown, next } = cutPage(rows, pageSize);
  return { loans: shown.map(asEntry), next };
}

const asEntry = (row: LoanRow) => ({
  id: row.id,
  contractNo: row.contract_no,
  firm: row.firm,
  uscc: row.uscc,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  principalFen: row.principal_fen.toString(),
  balanceFen: row.balance_fen.toString(),
  ratePpm: row.rate_ppm,
  maturityOn: row.maturity_on,
  nextDue: row.next_due,
  state: row.state,
  tier: row.tier,
  dpd: row.dpd,
  alerts: row.alerts,
  tags: row.tags,
});

export type LoanEntry = ReturnType<typeof asEntry>;
