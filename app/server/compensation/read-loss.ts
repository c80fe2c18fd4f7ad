import { eligibleLoss } from '~/domain/compensation/determine.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { isNonPerforming, type Tier } from '~/domain/loan/five-tier.ts';
import { type LoanReplay, replayLoan } from '~/domain/loan/replay.ts';
import { clock } from '~/server/clock.ts';
import type { EnrolmentRow } from '~/server/compensation/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { readStanding, readStandings } from '~/server/loan/read-standing.ts';
import { findLoan, findLoansById } from '~/server/loan/store.ts';
import { findLatestClass } from '~/server/loan/store-class.ts';

/** Principal unpaid when the loss was determined, what came back since, and what of it is lost. */
export type Loss = { readonly unpaid: Fen; readonly recovered: Fen; readonly lossFen: Fen };

export type LossRefusal =
  | { readonly code: 'compensation.not-lost'; readonly tier: Tier }
  | { readonly code: 'compensation.nothing-lost' }
  | {
      readonly code: 'compensation.determined-outside';
      readonly from: Day;
      readonly to: Day;
      readonly field: 'determinedOn';
    };

/** The loss on an enrolled loan as its log tells it: the loan must be non-performing or written off. */
export async function readLoss(
  tx: Tx,
  enrolment: EnrolmentRow,
  determinedOn: Day,
): Promise<Result<Loss, LossRefusal>> {
  const loan = await findLoan(tx, enrolment.loanId);
  if (!loan) throw new Error(`no loan ${enrolment.loanId}`);
  const [from, to] = [dayOfDate(loan.disbursedOn), clock.today()];
  if (determinedOn < from || determinedOn > to)
    return refuse({ code: 'compensation.determined-outside', from, to, field: 'determinedOn' });
  const tier = ((await findLatestClass(tx, loan.id))?.tier ?? 'normal') as Tier;
  if (loan.state !== 'written-off' && !isNonPerforming(tier))
    return refuse({ code: 'compensation.not-lost', tier });
  const { contract, events } = await readStanding(tx, loan);
  const unpaid = owedOn(replayLoan(contract, events, determinedOn));
  const recovered = minus(unpaid, leastFen(unpaid, owedOn(replayLoan(contract, events, to))));
  const lossFen = eligibleLoss(unpaid, recovered);
  if (lossFen === zeroFen) return refuse({ code: 'compensation.nothing-lost' });
  return accept({ unpaid, recovered, lossFen });
}

/** Principal that is owed today, whatever became of the loan: what would be lost. */
export async function owedToday(tx: Tx, loanId: string): Promise<Fen> {
  const loan = await findLoan(tx, loanId);
  if (!loan) throw new Error(`no loan ${loanId}`);
  const { contract, events } = await readStanding(tx, loan);
  return owedOn(replayLoan(contract, events, clock.today()));
}

/** The same for many loans, read at once. */
export async function owedOnLoans(tx: Tx, loanIds: readonly string[]): Promise<Map<string, Fen>> {
  const standings = await readStandings(tx, await findLoansById(tx, loanIds));
  const today = clock.today();
  return new Map(
    [...standings].map(([id, { contract, events }]) => [id, owedOn(replayLoan(contract, events, today))]),
  );
}

/** Principal that is owed, on the books or written off. */
const owedOn = ({ outstanding, writtenOff }: LoanReplay): Fen => plus(outstanding, writtenOff);
