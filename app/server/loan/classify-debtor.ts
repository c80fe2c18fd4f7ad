import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { outstandingOn } from '~/domain/loan/balance.ts';
import { arrearsOn } from '~/domain/loan/dpd.ts';
import { type Claim, type ClassificationTable, classifyDebtor, tiers } from '~/domain/loan/five-tier.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { addClass, findDebtorLoans, findDues, findLatestClass, findRepayments } from '~/server/loan/store.ts';
import { readPolicy } from '~/server/policy/store.ts';

const tableSchema: z.ZodType<ClassificationTable> = z.object({
  overdueFrom: z.array(z.object({ tier: z.enum(tiers), dpd: z.number().int() })),
  technicalDays: z.number().int(),
  debtorRulePpm: z.number().int(),
  observationMonths: z.number().int(),
});

/**
 * Classes all live loans of one firm at one bank as of a day (five-tier, §2.8) and keeps what changed: a loan whose tier and
 * days past due are as before gets no new row. Answers the claims with their days past due.
 */
export async function classifyDebtorLoans(
  tx: Tx,
  enterpriseId: string,
  institutionId: string,
  asOf: Day,
): Promise<Claim[]> {
  const loans = await findDebtorLoans(tx, enterpriseId, institutionId);
  const claims: Claim[] = [];
  for (const loan of loans) {
    const repayments = await findRepayments(tx, loan.id);
    const drawn = [{ drawnOn: dayOfDate(loan.disbursedOn), amount: fen(loan.principalFen) }];
    const { dpd } = arrearsOn(asOf, await findDues(tx, loan.id), repayments);
    claims.push({ loanId: loan.id, outstanding: outstandingOn(asOf, drawn, repayments), dpd });
  }
  const { body: table } = await readPolicy(tx, 'loan-classification', asOf, tableSchema);
  const classed = classifyDebtor(claims, { retail: false }, asOf, table);
  for (const { loanId, tier, because } of classed) {
    const dpd = claims.find((claim) => claim.loanId === loanId)?.dpd ?? 0;
    const latest = await findLatestClass(tx, loanId);
    if (latest?.tier === tier && latest.dpd === dpd) continue;
    await addClass(tx, {
      enterpriseId,
      loanId,
      institutionId,
      asOf: dateOfDay(asOf),
      tier,
      dpd,
      because: because.map((reason) => reason.code),
    });
  }
  return claims;
}
