import type { ApplicationCore } from '~/domain/application/application.ts';
import type { ResponseClocks } from '~/domain/application/clock.ts';
import type { OfferTerms } from '~/domain/application/proposal.ts';
import { type ApplicationState, finalStates } from '~/domain/application/state.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type {
  ApplicationId,
  BranchId,
  EnterpriseId,
  InstitutionId,
  NeedId,
  OfferId,
  ProductId,
  UserId,
} from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import { proposalFromJson, proposalToJson } from '~/server/application/proposal-json.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import type { Offer as OfferRow, Application as Row } from '~/server/db/prisma/client.ts';

/** An application as the server works with it. */
export type Application = ApplicationCore & {
  readonly id: ApplicationId;
  readonly enterpriseId: EnterpriseId;
  readonly institutionId: InstitutionId;
  /** The branch that it lies with; null is the bank's head office. */
  readonly branchId: BranchId | null;
  readonly productId: ProductId;
  readonly needId: NeedId;
  /** The loan that it asks to renew; null for new money. */
  readonly renewsLoanId: string | null;
  readonly consentId: string;
  readonly amountFen: bigint;
  readonly termMonths: number;
  readonly purpose: string;
  readonly collateral: readonly string[];
  readonly submittedBy: UserId;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
  readonly secondLookReason: string | null;
};

const decided: readonly string[] = ['approved', 'accepted', 'contracted', 'disbursed', 'lapsed'];

export function toApplication(row: Row): Application {
  const proposal = proposalFromJson(row.proposal);
  const isOffered = decided.includes(row.state) && proposal?.outcome === 'approve';
  return {
    ...row,
    id: row.id as ApplicationId,
    enterpriseId: row.enterpriseId as EnterpriseId,
    institutionId: row.institutionId as InstitutionId,
    branchId: row.branchId as BranchId | null,
    productId: row.productId as ProductId,
    needId: row.needId as NeedId,
    submittedBy: row.submittedBy as UserId,
    state: row.state as ApplicationState,
    clockFrom: row.clockFrom ? dayOfDate(row.clockFrom) : dayAt(row.submittedAt),
    makerId: row.makerId as UserId | null,
    checkerId: row.checkerId as UserId | null,
    proposal,
    offerUntil: isOffered ? proposal.terms.validUntil : null,
    contractedOn: row.contractedOn && dayOfDate(row.contractedOn),
    pausedOn: row.pausedOn && dayOfDate(row.pausedOn),
    resumedOn: row.resumedOn && dayOfDate(row.resumedOn),
    barred: row.barred as UserId[],
  };
}

export async function findApplication(tx: Tx, id: string): Promise<Application | null> {
  const row = await tx.application.findFirst({ where: { id } });
  return row && toApplication(row);
}

/** The application with its row locked: steps of one application come one after another. */
export async function lockApplication(tx: Tx, id: string): Promise<Application | null> {
  await tx.$queryRaw`select 1 from application where id = ${id}::uuid for update`;
  return findApplication(tx, id);
}

/** Moves an application to a branch of its bank or, with null, to the head office. */
export const moveToBranch = (tx: Tx, { enterpriseId, id }: Application, branchId: BranchId | null) =>
  tx.application.update({ where: { enterpriseId_id: { enterpriseId, id } }, data: { branchId } });

/** Whether a loan that came of the application is running. */
export async function hasLiveLoan(tx: Tx, { enterpriseId, id }: Application): Promise<boolean> {
  const found = await tx.loan.findFirst({
    where: { enterpriseId, applicationId: id, state: 'active' },
    select: { id: true },
  });
  return found !== null;
}

export const insertApplication = (tx: Tx, row: Prisma.ApplicationUncheckedCreateInput) =>
  tx.application.create({ data: row });

/** Writes what a step changed. */
export const saveStep = (
  tx: Tx,
  { enterpriseId, id }: Application,
  core: ApplicationCore,
  decidedAt: Date | null,
) =>
  tx.application.update({
    where: { enterpriseId_id: { enterpriseId, id } },
    data: {
      state: core.state,
      makerId: core.makerId,
      checkerId: core.checkerId,
      proposal: core.proposal ? (proposalToJson(core.proposal) as Prisma.InputJsonObject) : Prisma.DbNull,
      declineReasons:
        core.state === 'declined' && core.proposal?.outcome === 'decline' ? [...core.proposal.reasons] : [],
      closedAt: core.closedAt,
      clockFrom: dateOfDay(core.clockFrom),
      pickupDueAt: core.pickupDueAt,
      decisionDueAt: core.decisionDueAt,
      contractedOn: core.contractedOn && dateOfDay(core.contractedOn),
      pausedOn: core.pausedOn && dateOfDay(core.pausedOn),
      resumedOn: core.resumedOn && dateOfDay(core.resumedOn),
      secondLookAt: core.secondLookAt,
      barred: [...core.barred],
      ...(decidedAt && { decidedAt }),
    },
  });

export type Offer = OfferTerms & {
  readonly id: OfferId;
  readonly applicationId: ApplicationId;
  readonly state: 'open' | 'accepted' | 'declined' | 'lapsed';
};

const toOffer = (row: OfferRow): Offer => ({
  id: row.id as OfferId,
  applicationId: row.applicationId as ApplicationId,
  state: row.state as Offer['state'],
  amount: fen(row.amountFen),
  termMonths: row.termMonths,
  rate: ppm(row.ratePpm),
  dayCount: row.dayCount as DayCount,
  method: row.method as RepaymentMethod,
  fee: fen(row.feeFen),
  guaranteeFee: fen(row.guaranteeFeeFen),
  conditions: row.conditions,
  validUntil: dayOfDate(row.validUntil),
});

/** The offers of applications, the latest first. */
export async function offersFor(tx: Tx, applicationIds: readonly string[]): Promise<Offer[]> {
  const rows = await tx.offer.findMany({
    where: { applicationId: { in: [...applicationIds] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(toOffer);
}

export const insertOffer = (tx: Tx, of: Application, id: string, terms: OfferTerms, at: Date) =>
  tx.offer.create({
    data: {
      id,
      enterpriseId: of.enterpriseId,
      applicationId: of.id,
      institutionId: of.institutionId,
      amountFen: terms.amount,
      termMonths: terms.termMonths,
      ratePpm: terms.rate,
      dayCount: terms.dayCount,
      method: terms.method,
      feeFen: terms.fee,
      guaranteeFeeFen: terms.guaranteeFee,
      conditions: terms.conditions,
      validUntil: dateOfDay(terms.validUntil),
      createdAt: at,
    },
  });

/** Accepts the open offer of an application. */
export const acceptOffer = (tx: Tx, applicationId: string, at: Date) =>
  tx.offer.updateMany({
    where: { applicationId, state: 'open' },
    data: { state: 'accepted', answeredAt: at },
  });

/**
 * Ends whatever offer an application leaves behind when it ends without money, also one that was accepted: declined where
 * the firm ended it, lapsed otherwise. When the firm had answered stays as it is.
 */
export const endOffers = (tx: Tx, { id, enterpriseId, state }: Application, at: Date) =>
  tx.$executeRaw`
    update offer set state = ${state === 'withdrawn' ? 'declined' : 'lapsed'}, answered_at = coalesce(answered_at, ${at})
    where enterprise_id = ${enterpriseId}::uuid and application_id = ${id}::uuid and state in ('open', 'accepted')`;

/** The clocks in force on a day: policy data `bank-response`. */
export async function responseClocks(tx: Tx, on: Day): Promise<ResponseClocks> {
  const date = dateOfDay(on);
  const row = await tx.policyVersion.findFirst({
    where: {
      code: 'bank-response',
      validFrom: { lte: date },
      OR: [{ validTo: null }, { validTo: { gte: date } }],
    },
    orderBy: { version: 'desc' },
  });
  if (!row) throw new Error('no response clocks in force: policy bank-response is not seeded');
  return row.body as ResponseClocks;
}

/** Applications of a firm that are still going on, for one need or all. */
export async function liveApplications(
  tx: Tx,
  enterpriseId: EnterpriseId,
  needId?: NeedId,
): Promise<Application[]> {
  const rows = await tx.application.findMany({
    where: { enterpriseId, ...(needId && { needId }), state: { notIn: [...finalStates] } },
  });
  return rows.map(toApplication);
}
