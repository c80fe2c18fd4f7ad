import { randomUUID } from 'node:crypto';
import { addMonths, type Day } from '~/domain/kernel/day.ts';
import type { ApplicationId, LoanId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PenaltyTerms } from '~/domain/loan/penalty.ts';
import type { BorrowerSize } from '~/domain/loan/servicing-rules.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';
import type { DueTerms } from '~/domain/product/due-dates.ts';
import { scheduleOf } from '~/domain/product/schedule.ts';
import { type Actor, asInstitution, type InstitutionPerson } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import { type Application, findApplication, type Offer, offersFor } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type PenaltyOutside, penaltyOutside } from '~/server/loan/read-rules.ts';
import { type RenewAppliedRefusal, renewApplied } from '~/server/loan/renew-applied.ts';
import { addLoan, contractOf } from '~/server/loan/store-disbursement.ts';
import { readLpr } from '~/server/product/store-lpr.ts';

export type Disbursement = {
  readonly disbursedOn: Day;
  /** What the schemes ask for at disbursement; lists of departments as `list:<name>`. */
  readonly flags: readonly (LoanFlag | `list:${string}`)[];
  /** The first of several drawdowns; without, all of the contract's amount goes out. */
  readonly amount?: Fen | undefined;
  /** The prime rate that the contract's rate follows; without, the rate is fixed. */
  readonly lprTenor?: '1y' | '5y' | undefined;
  /** What the contract says of penalty and compound interest; left out, it is stated later. */
  readonly penalty?: PenaltyTerms | undefined;
  /** Who the borrower of a renewal is; left out, as the register says. */
  readonly size?: BorrowerSize | undefined;
} & DueTerms;

export type DisburseRefusal =
  | AdvanceRefusal
  | RenewAppliedRefusal
  | { readonly code: 'loan.future-day' | 'loan.before-contract' | 'loan.renewal-keeps-terms' }
  | { readonly code: 'loan.drawdown-too-much'; readonly leftFen: Fen }
  | PenaltyOutside;

/** A floating loan reprices yearly on its contract date unless the bank changes its rate by hand. */
const repriceMonths = 12;

/**
 * The bank records that the money of an accepted, contracted offer was paid out: loan, schedule (domain.md §2.9), the
 * bank's signed message and the order to assess the schemes, in one transaction.
 */
export function disburseLoan(
  actor: Actor,
  applicationId: ApplicationId,
  input: Disbursement,
  also?: Also<LoanId>,
): Promise<Result<LoanId, DisburseRefusal>> {
  const bank = asInstitution(actor);
  const { disbursedOn } = input;
  return withActor(actor, async (tx) => {
    if (disbursedOn > clock.today()) return refuse({ code: 'loan.future-day' });
    const application = await findApplication(tx, applicationId);
    const renewsLoanId = application?.renewsLoanId;
    if (application && renewsLoanId) {
      if (statesTerms(input)) return refuse({ code: 'loan.renewal-keeps-terms' });
      const renewed = await renewApplied(
        tx,
        bank,
        { ...application, renewsLoanId },
        { on: disbursedOn, size: input.size },
      );
      return alongside(tx, renewed, also);
    }
    const contract = application?.state === 'contracted' ? await contractOf(tx, application) : null;
    if (contract && disbursedOn < contract.contractOn) return refuse({ code: 'loan.before-contract' });
    const most = application ? (await offersFor(tx, [application.id]))[0]?.amount : undefined;
    if (most !== undefined && input.amount !== undefined && (input.amount > most || input.amount <= 0n))
      return refuse({ code: 'loan.drawdown-too-much', leftFen: most });
    const outside =
      contract && input.penalty && (await penaltyOutside(tx, input.penalty, contract.contractOn));
    if (outside) return refuse(outside);
    const loanId = randomUUID() as LoanId;
    const moved = await advance(tx, actor, applicationId, { kind: 'disburse' }, { disbursedOn, loanId });
    if (!moved.ok) return moved;
    if (!contract) throw new Error('disbursed without a contract');
    await addDisbursed(tx, bank, moved.value, { id: loanId, ...contract, ...input });
    return alongside(tx, accept(loanId), also);
  });
}

/** What a renewal does not state: it moves no money and keeps the old contract's penalty and due days. */
const statesTerms = ({ amount, lprTenor, penalty, dueDay, holiday }: Disbursement): boolean =>
  [amount, lprTenor, penalty, dueDay, holiday].some((term) => term !== undefined);

type NewLoan = Disbursement & { readonly id: LoanId; readonly contractNo: string; readonly contractOn: Day };

async function addDisbursed(tx: Tx, bank: InstitutionPerson, of: Application, loan: NewLoan): Promise<void> {
  const { enterpriseId, institutionId } = of;
  const [offer] = await offersFor(tx, [of.id]);
  if (!offer) throw new Error('disbursed without an offer');
  const { disbursedOn, amount = offer.amount, dueDay, holiday } = loan;
  const schedule = scheduleOf({ ...offer, principal: amount, disbursedOn, dueDay, holiday });
  const maturityOn = dateOfDay(schedule.at(-1)?.dueOn ?? addMonths(disbursedOn, offer.termMonths));
  const booked = { recordedBy: bank.userId, recordedAt: clock.now() };
  const row = { ...rowOf(of, offer, loan), maturityOn, ...(await floatingOf(tx, offer, loan)), ...booked };
  await addLoan(tx, row, schedule);
  await recordChange(tx, bank, {
    kind: 'loan.disbursed',
    enterpriseId,
    institutionId,
    subjectId: loan.id,
    payload: { applicationId: of.id, principalFen: amount, disbursedOn },
    jobs: [{ name: 'loan.assess', payload: { loanId: loan.id } }],
  });
}

/** The spread is what the offered rate adds to the prime rate in force on the day of the contract. */
async function floatingOf(tx: Tx, { rate }: Offer, { lprTenor, contractOn }: NewLoan) {
  if (!lprTenor) return {};
  const { oneYear, fiveYear } = await readLpr(tx, contractOn);
  return { lprTenor, lprSpreadPpm: rate - (lprTenor === '1y' ? oneYear : fiveYear), repriceMonths };
}

const rowOf = (
  of: Application,
  offer: Offer,
  { id, contractNo, contractOn, disbursedOn, flags, amount, penalty, dueDay, holiday }: NewLoan,
) => ({
  id,
  enterpriseId: of.enterpriseId,
  institutionId: of.institutionId,
  applicationId: of.id,
  productId: of.productId,
  contractNo,
  principalFen: amount ?? offer.amount,
  limitFen: offer.amount,
  ratePpm: offer.rate,
  dayCount: offer.dayCount,
  method: offer.method,
  termMonths: offer.termMonths,
  purpose: of.purpose,
  contractOn: dateOfDay(contractOn),
  disbursedOn: dateOfDay(disbursedOn),
  flags: [...flags],
  dueDay: dueDay ?? null,
  dueHoliday: holiday ?? null,
  penaltyOverduePpm: penalty?.overduePpm ?? null,
  penaltyMisusePpm: penalty?.misusePpm ?? null,
  penaltyCompounds: penalty?.compounds ?? null,
});
