import { randomUUID } from 'node:crypto';
import type { Canonical } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { zeroFen } from '~/domain/kernel/money.ts';
import { contractTags } from '~/domain/loan/loan-tags.ts';
import { type Assessment, assessLoan } from '~/domain/policy/assess.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { readTagRules } from '~/server/loan/read-rules.ts';
import { addAssessments, findLoan } from '~/server/loan/store.ts';
import { readLoanFacts } from '~/server/loan/store-loan-facts.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';
import { addTags, tagFacts } from '~/server/loan/store-tags.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';

type Row = {
  schemeCode: string | null;
  schemeVersion: number | null;
  outcome: string;
  amountFen: bigint;
  lines: object[];
};

/**
 * What each scheme in force on the day of disbursement says of a loan: eligible with the amount and the way to it, or why
 * not; beyond every table "no scheme in force". Kept with the loan, in the caller's transaction.
 */
export async function assessDisbursedLoan(tx: Tx, actor: Actor, loanId: string): Promise<void> {
  const loan = await findLoan(tx, loanId);
  if (!loan) throw new Error(`no loan ${loanId}`);
  const facts = await readLoanFacts(tx, loan);
  const answer = assessLoan(facts, await readSchemes(tx));
  const rows: Row[] =
    answer.outcome === 'assessed'
      ? answer.assessments.map(asRow)
      : [{ schemeCode: null, schemeVersion: null, outcome: 'none-in-force', amountFen: zeroFen, lines: [] }];
  const { enterpriseId, institutionId } = loan;
  const about = { enterpriseId, loanId, institutionId, assessedAt: clock.now() };
  await addAssessments(
    tx,
    rows.map((row) => ({ ...about, id: randomUUID(), ...row })),
  );
  await judgeTags(tx, loan);
  await recordChange(tx, actor, {
    kind: 'loan.assessed',
    enterpriseId: enterpriseId as EnterpriseId,
    institutionId: institutionId as InstitutionId,
    subjectId: loanId,
    payload: rows.map(({ schemeCode, outcome, amountFen }) => ({
      schemeCode,
      outcome,
      amountFen,
    })) as Canonical,
  });
}

/** How the loan counts in the statistics; a loan that was judged before keeps its tags. */
async function judgeTags(tx: Tx, loan: Loan): Promise<void> {
  const { body, version } = await readTagRules(tx, dayOfDate(loan.disbursedOn));
  const tags = contractTags(await tagFacts(tx, loan), body);
  await addTags(tx, loan, tags, { policyVersion: version, judgedAt: clock.now() });
}

const asRow = (a: Assessment): Row => ({
  schemeCode: a.scheme.code,
  schemeVersion: a.scheme.version,
  outcome: a.eligible ? 'eligible' : 'ineligible',
  amountFen: a.amount,
  lines: a.eligible ? [...a.lines] : [...a.reasons],
});
