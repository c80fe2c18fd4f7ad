import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import {
  type FirstLoanRules,
  type FirstLoanStatus,
  firstLoanEntry,
  firstLoanStatus,
  rulesOfScheme,
} from '~/domain/loan/first-loan.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { findPlatform } from '~/server/institution/store-names.ts';
import { readFirstLoanRules } from '~/server/loan/read-rules.ts';
import {
  addEntries,
  asEvidence,
  findEntries,
  findEvidence,
  findRewardingSchemes,
  lockStated,
  otherDrawdowns,
} from '~/server/loan/store-first-loan.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';
import { notify } from '~/server/platform/notify.ts';

/** Whether a loan is its firm's first as the evidence known now tells it; the platform asks, since it sees all banks. */
export async function statusOfFirstLoan(
  tx: Tx,
  loan: Loan,
  ownerLoan: 'counts' | 'ignored' | null = null,
): Promise<FirstLoanStatus> {
  const disbursedOn = dayOfDate(loan.disbursedOn);
  const rules: FirstLoanRules = await readFirstLoanRules(tx, disbursedOn);
  const evidence = (await findEvidence(tx, loan.id)).map(asEvidence);
  const otherLoans = await otherDrawdowns(tx, loan);
  return firstLoanStatus({ disbursedOn, evidence, otherLoans }, rulesOfScheme(rules, ownerLoan));
}

/**
 * Looks at a locked loan anew, for the general statistics and for each scheme that rewards it: where the evidence says
 * otherwise than what was booked, an entry is added; nothing booked is changed (domain.md, edge case 7).
 */
export async function reviewFirstLoan(tx: Tx, actor: Actor, loan: Loan): Promise<FirstLoanStatus> {
  const schemes = await findRewardingSchemes(tx, loan);
  const booked = await findEntries(tx, loan.id);
  const general = await statusOfFirstLoan(tx, loan);
  await book(tx, actor, loan, { status: general, booked, code: '', version: null });
  for (const { code, version, owner_loan } of schemes)
    await book(tx, actor, loan, {
      ...{ status: await statusOfFirstLoan(tx, loan, owner_loan), booked, code, version },
    });
  return general;
}

/** A loan more of a firm may show that another was not its first: every loan of it with evidence is looked at again. */
export async function reviewFirstLoans(tx: Tx, actor: Actor, enterpriseId: string): Promise<void> {
  for (const loan of await lockStated(tx, enterpriseId)) await reviewFirstLoan(tx, actor, loan);
}

type Booking = {
  readonly status: FirstLoanStatus;
  readonly booked: readonly { readonly schemeCode: string; readonly loans: number }[];
  readonly code: string;
  readonly version: number | null;
};

async function book(
  tx: Tx,
  actor: Actor,
  loan: Loan,
  { status, booked, code, version }: Booking,
): Promise<void> {
  const entry = firstLoanEntry(
    booked.filter((each) => each.schemeCode === code),
    status,
  );
  if (!entry) return;
  const loans = entry === 'counted' ? 1 : -1;
  await addEntries(tx, [
    {
      ...{ enterpriseId: loan.enterpriseId, loanId: loan.id, institutionId: loan.institutionId },
      ...{ schemeCode: code, schemeVersion: version, loans, principalFen: loan.principalFen * BigInt(loans) },
      ...{ because: status.because, evidenceId: status.evidenceId },
      ...{ bookedOn: dateOfDay(clock.today()), recordedAt: clock.now() },
    },
  ]);
  if (code === '') await tell(tx, actor, loan, entry, status);
}

async function tell(
  tx: Tx,
  actor: Actor,
  loan: Loan,
  entry: 'counted' | 'adjusted',
  { because }: FirstLoanStatus,
): Promise<void> {
  const institutionId = loan.institutionId as InstitutionId;
  await recordChange(tx, actor, {
    kind: `loan.first-loan-${entry}`,
    enterpriseId: loan.enterpriseId as EnterpriseId,
    institutionId,
    subjectId: loan.id,
    payload: { because },
  });
  if (entry !== 'adjusted') return;
  await notify(tx, {
    to: { institutionId },
    kind: 'loan.first-loan-adjusted',
    params: { contract: loan.contractNo },
    href: `/bank/loans/${loan.id}`,
  });
  if (!isFundsDesk(actor)) await tellFundsDesk(tx, loan, 'loan.first-loan-adjusted');
}

const isFundsDesk = (actor: Actor) => actor.kind === 'person' && actor.role === 'funds-operator';

/** The funds desk hears of evidence against a first loan, whatever is booked: rewards and compensation may have to be looked at. */
export async function tellFundsDesk(
  tx: Tx,
  loan: Loan,
  kind: 'loan.first-loan-adjusted' | 'loan.first-loan-contradicted',
): Promise<void> {
  for (const id of await findPlatform(tx))
    await notify(tx, {
      to: { institutionId: id as InstitutionId },
      kind,
      params: { contract: loan.contractNo },
      href: `/operator/first-loans/${loan.id}`,
    });
}
