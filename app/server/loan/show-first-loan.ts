import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { evidenceInEffect } from '~/domain/loan/first-loan.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { statusOfFirstLoan } from '~/server/loan/review-first-loan.ts';
import { findLoan } from '~/server/loan/store.ts';
import {
  asEvidence,
  type EvidenceRow,
  findEntries,
  findEvidence,
  namesOfSchemes,
} from '~/server/loan/store-first-loan.ts';
import { namesOfLoan } from '~/server/loan/store-names.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

export type FirstLoanShown = Awaited<ReturnType<typeof shownOf>>;

/**
 * What is known of a loan as a first loan. Its bank and its firm learn whether an earlier loan stands against it, never at
 * which bank: what the platform stated is shown to them without its document.
 */
export async function showFirstLoan(
  actor: Actor,
  loanId: string,
): Promise<Result<FirstLoanShown, { readonly code: 'loan.not-found' }>> {
  const loan = await withActor(actor, (tx) => findLoan(tx, loanId));
  if (!loan) return refuse({ code: 'loan.not-found' });
  const side = actor.kind === 'person' && actor.role === 'funds-operator' ? 'platform' : 'bank';
  return accept(await withActor(system('loan.first-loan'), (tx) => shownOf(tx, loan, side)));
}

async function shownOf(tx: Tx, loan: Loan, side: 'platform' | 'bank') {
  const rows = await findEvidence(tx, loan.id);
  const standing = new Set(evidenceInEffect(rows.map(asEvidence)).map(({ id }) => id));
  const entries = await findEntries(tx, loan.id);
  const { status, because } = await statusOfFirstLoan(tx, loan);
  const names = await namesOfSchemes(
    tx,
    entries.map((entry) => entry.schemeCode),
  );
  return {
    ...{ id: loan.id, contractNo: loan.contractNo, disbursedOn: dayOfDate(loan.disbursedOn) as string },
    ...(await namesOfLoan(tx, loan)),
    flagged: loan.flags.includes('first-loan'),
    status,
    because,
    evidence: rows
      .filter((row) => row.kind !== 'withdrawal')
      .map((row) => evidenceShown(row, side, standing.has(row.id))),
    entries: entries.map((entry) => ({
      id: String(entry.id),
      schemeCode: entry.schemeCode,
      scheme: names.get(entry.schemeCode) ?? null,
      loans: entry.loans,
      principalFen: entry.principalFen.toString(),
      because: entry.because,
      bookedOn: dayOfDate(entry.bookedOn) as string,
    })),
  };
}

const evidenceShown = (row: EvidenceRow, side: 'platform' | 'bank', standing: boolean) => ({
  id: row.id,
  kind: row.kind as 'clear-record' | 'earlier',
  liability: row.liability,
  on: row.onDay ? (dayOfDate(row.onDay) as string) : null,
  statedBy: row.statedBy as 'bank' | 'platform',
  reference: side === 'platform' || row.statedBy === 'bank' ? row.reference : null,
  recordedAt: row.recordedAt.toISOString(),
  standing,
  mayWithdraw: standing && (side === 'platform' || row.statedBy === 'bank'),
});
