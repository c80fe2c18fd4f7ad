import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { isNonPerforming, type Tier } from '~/domain/loan/five-tier.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { owedToday } from '~/server/compensation/read-loss.ts';
import { readVersion } from '~/server/compensation/read-rules.ts';
import { type ClaimShown, showClaim } from '~/server/compensation/show-claim.ts';
import { type EnrolmentRow, findLiveClaim } from '~/server/compensation/store.ts';
import { borneUnder, enrolmentOf } from '~/server/compensation/submit-guarantor-claim.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type Contract, findContract, nameOfFirm, sumsOf } from '~/server/guarantee/store.ts';
import { findLoan } from '~/server/loan/store.ts';
import { findLatestClass } from '~/server/loan/store-class.ts';

/** The compensation of what a guarantor paid under one of its contracts: what it could claim, or the claim as it stands. */
export async function showGuarantorClaim(
  actor: Actor,
  contractId: string,
): Promise<Result<GuarantorClaimPage, { code: 'compensation.not-found' }>> {
  const { institutionId, role } = asInstitution(actor);
  const contract = await withActor(actor, (tx) => findContract(tx, contractId));
  if (contract?.guarantorId !== institutionId) return refuse({ code: 'compensation.not-found' });
  const facts = await withActor(system('compensation.pre-clearance'), (tx) => factsOf(tx, contract));
  const claim = facts.liveClaim ? await showClaim(actor, facts.liveClaim) : null;
  return accept({
    ...facts,
    claim: claim?.ok ? claim.value : null,
    mayClaim: role === 'guarantee-officer',
    today: clock.today() as string,
  });
}

/** The claim that is open under a contract, for its next step; no claim has the id of none. */
export async function claimUnder(actor: Actor, contractId: string): Promise<string> {
  const shown = await showGuarantorClaim(actor, contractId);
  return (shown.ok && shown.value.liveClaim) || contractId;
}

async function factsOf(tx: Tx, contract: Contract) {
  const enrolment = await enrolmentOf(tx, contract);
  const { paid } = await sumsOf(tx, contract.id);
  return {
    contractId: contract.id,
    contractNo: contract.contractNo,
    enterpriseId: contract.enterpriseId,
    firm: await nameOfFirm(tx, contract.enterpriseId),
    paidFen: paid.toString(),
    enrolment: enrolment && (await promiseOf(tx, contract, enrolment)),
    liveClaim: enrolment ? ((await findLiveClaim(tx, enrolment.id))?.id ?? null) : null,
  };
}

/** What the enrolment promises the guarantor as things stand today. */
async function promiseOf(tx: Tx, contract: Contract, enrolment: EnrolmentRow) {
  const scheme = await readVersion(tx, enrolment.schemeCode, enrolment.schemeVersion);
  const loan = await findLoan(tx, contract.loanId);
  const tier = ((await findLatestClass(tx, contract.loanId))?.tier ?? 'normal') as Tier;
  const lossFen = await owedToday(tx, contract.loanId);
  const borne = await borneUnder(tx, contract, { lossFen }, clock.today());
  const asked = shareOf(lossFen, ppm(enrolment.sharePpm ?? 0));
  const own = borne?.own ?? lossFen;
  return {
    schemeZh: scheme.nameZh,
    schemeEn: scheme.nameEn,
    legalBasis: scheme.legalBasis,
    legalBasisEn: scheme.legalBasisEn,
    sharePpm: enrolment.sharePpm,
    disbursedOn: loan ? (dayOfDate(loan.disbursedOn) as string) : null,
    isLost: loan?.state === 'written-off' || isNonPerforming(tier),
    lossFen: lossFen.toString(),
    ownFen: borne ? borne.own.toString() : null,
    poolFen: (asked < own ? asked : own).toString(),
    payers: (borne?.others ?? []).map(({ payer, amount }) => ({ payer, amountFen: amount.toString() })),
  };
}

export type GuarantorClaimPage = Awaited<ReturnType<typeof factsOf>> & {
  readonly claim: ClaimShown | null;
  readonly mayClaim: boolean;
  readonly today: string;
};
