import { byKind, coversBear, sumOf } from '~/domain/compensation/bearers.ts';
import { checklist } from '~/domain/compensation/evidence.ts';
import { yearOf } from '~/domain/kernel/day.ts';
import { leastFen, minus } from '~/domain/kernel/money.ts';
import { ppm, ratioPpm, shareOf } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { lossCauses } from '~/domain/policy/compensation-rules.ts';
import { fuseRoom } from '~/domain/policy/fuse.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { guarantorOfClaim } from '~/server/compensation/guarantor-of-claim.ts';
import { poolAccount } from '~/server/compensation/open-pool.ts';
import { platformProofs } from '~/server/compensation/platform-proofs.ts';
import { owedToday } from '~/server/compensation/read-loss.ts';
import { readHandling, readVersion } from '~/server/compensation/read-rules.ts';
import { fuseKeyOf, watchedYears } from '~/server/compensation/share-out.ts';
import { type EnrolmentRow, findEnrolment, findLiveClaim } from '~/server/compensation/store.ts';
import { findPool, moneyIn, type PoolRow } from '~/server/compensation/store-pool.ts';
import { borneUnder } from '~/server/compensation/submit-guarantor-claim.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findCover } from '~/server/guarantee/store.ts';
import { findLoan } from '~/server/loan/store.ts';
import { findLatestClass } from '~/server/loan/store-class.ts';
import { namesOfLoan } from '~/server/loan/store-names.ts';

/**
 * Pre-clearance (domain.md, delight 6): what a loan's enrolment promises, how far its bank is from the fuse, what the
 * pool has free, and which proofs are there and which would still be asked for, before a loss and while claiming.
 */
export async function showEnrolment(
  actor: Actor,
  id: string,
): Promise<Result<EnrolmentShown, { code: 'compensation.not-found' }>> {
  const own = await withActor(actor, (tx) => findEnrolment(tx, id));
  if (!own) return refuse({ code: 'compensation.not-found' });
  // Pool and fuse are sums over all banks: the platform reads them and shows this bank its own.
  return withActor(system('compensation.pre-clearance'), async (tx) => {
    const [pool, loan] = [await findPool(tx, own.poolId), await findLoan(tx, own.loanId)];
    if (!pool || !loan) throw new Error(`an enrolment ${id} without pool or loan`);
    return accept({
      ...(await factsOf(tx, own, loan)),
      ...(await roomOf(tx, own, pool)),
      ...(await bearersOf(tx, own)),
      ...(await proofsOf(tx, own)),
    });
  });
}

type Loan = NonNullable<Awaited<ReturnType<typeof findLoan>>>;

async function factsOf(tx: Tx, own: EnrolmentRow, loan: Loan) {
  const latest = await findLatestClass(tx, loan.id);
  return {
    id: own.id,
    loanId: loan.id,
    enterpriseId: own.enterpriseId,
    contractNo: loan.contractNo,
    ...(await namesOfLoan(tx, loan)),
    mode: own.mode,
    principalFen: own.principalFen.toString(),
    sharePpm: own.sharePpm,
    ceilingFen: own.ceilingFen.toString(),
    lines: own.lines as unknown as { code: string }[],
    bankYear: own.bankYear,
    enrolledOn: dayOfDate(own.enrolledOn) as string,
    disbursedOn: dayOfDate(loan.disbursedOn) as string,
    today: clock.today() as string,
    tier: latest?.tier ?? 'normal',
    dpd: latest?.dpd ?? 0,
    loanState: loan.state,
    liveClaim: (await findLiveClaim(tx, own.id))?.id ?? null,
  };
}

async function roomOf(tx: Tx, own: EnrolmentRow, pool: PoolRow) {
  const scheme = await readVersion(tx, own.schemeCode, own.schemeVersion);
  const money = await moneyIn(tx, poolAccount(pool));
  const years = await watchedYears(tx, pool, scheme.body);
  const claimYear = yearOf(clock.today());
  const guarantorId = (await guarantorOfClaim(tx, own))?.guarantorId ?? null;
  const { institutionId, mode } = own;
  const year = years.get(fuseKeyOf({ institutionId, guarantorId, claimYear, mode }));
  return {
    schemeZh: scheme.nameZh,
    schemeEn: scheme.nameEn,
    legalBasis: scheme.legalBasis,
    legalBasisEn: scheme.legalBasisEn,
    poolZh: pool.nameZh,
    poolEn: pool.nameEn,
    poolFreeFen: minus(money.balance, money.held).toString(),
    fuse: year
      ? {
          year: claimYear,
          limitPpm: year.rule.sharePpm,
          nowPpm: ratioPpm(year.lossPaidAndHeld, year.enrolled) as number,
          roomFen: fuseRoom(year, year.rule).toString(),
          measure: year.rule.measure,
        }
      : null,
  };
}

/** Who would bear the loss, were all that is owed lost today: the contracts, then the pool; whoever claims keeps the rest. */
async function bearersOf(tx: Tx, own: EnrolmentRow) {
  const lossFen = await owedToday(tx, own.loanId);
  const contract = await guarantorOfClaim(tx, own);
  const today = clock.today();
  const bearers = contract
    ? ((await borneUnder(tx, contract, { lossFen }, today))?.others ?? [])
    : coversBear(lossFen, await findCover(tx, own.loanId), today);
  const { guarantor, insurer } = byKind(bearers);
  const asked = shareOf(lossFen, ppm(own.sharePpm ?? 0));
  return {
    lossFen: lossFen.toString(),
    guarantorClaims: contract !== null,
    payers: bearers.map(({ payer, amount }) => ({ payer, amountFen: amount.toString() })),
    poolFen: leastFen(asked, minus(lossFen, sumOf(bearers))).toString(),
    guarantorFen: guarantor.toString(),
    insurerFen: insurer.toString(),
  };
}

async function proofsOf(tx: Tx, own: EnrolmentRow) {
  const [handling, proofs] = [await readHandling(tx, clock.today()), await platformProofs(tx, own)];
  const items = checklist([...lossCauses], proofs, handling);
  return {
    items: items.map(({ code, source, cause, proof }) => ({
      ...{ code, source, cause },
      proof: proof && { reference: proof.reference, on: proof.on as string },
    })),
  };
}

export type EnrolmentShown = Awaited<ReturnType<typeof factsOf>> &
  Awaited<ReturnType<typeof roomOf>> &
  Awaited<ReturnType<typeof bearersOf>> &
  Awaited<ReturnType<typeof proofsOf>>;
