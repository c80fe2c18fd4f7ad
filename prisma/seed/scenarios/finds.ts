import { productId } from '#prisma/seed/product-rows.ts';
import type { AlertId, ApplicationId, ConsentId, EnterpriseId, LoanId, NeedId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { StoryFirm } from './named-firms.ts';
import { ownerOf, type World } from './world.ts';

const firmIdOf = async (world: World, firm: StoryFirm): Promise<EnterpriseId> =>
  (await ownerOf(world, firm)).enterpriseId;

/** The firm's latest need. */
export async function needOf(world: World, firm: StoryFirm): Promise<NeedId> {
  const enterpriseId = await firmIdOf(world, firm);
  return world.recall(`need ${firm.key}`, async (tx) => {
    const need = await tx.need.findFirst({ where: { enterpriseId }, orderBy: { createdAt: 'desc' } });
    return found(need, `${firm.key} needs nothing`).id as NeedId;
  });
}

/** The latest posting of the firm's latest need. */
export async function postingOf(world: World, firm: StoryFirm): Promise<string> {
  const where = { enterpriseId: await firmIdOf(world, firm), needId: await needOf(world, firm) };
  const posting = await withActor(system('seed.scenarios'), (tx) =>
    tx.needPosting.findFirst({ where, orderBy: { postedAt: 'desc' } }),
  );
  return found(posting, `${firm.key} has posted nothing`).id;
}

/** The firm's latest application for a product. */
export async function applicationOf(world: World, firm: StoryFirm, product: string): Promise<ApplicationId> {
  const where = { enterpriseId: await firmIdOf(world, firm), productId: productId(product) };
  return world.recall(`application ${firm.key} ${product}`, async (tx) => {
    const application = await tx.application.findFirst({ where, orderBy: { submittedAt: 'desc' } });
    return found(application, `${firm.key} has not applied for ${product}`).id as ApplicationId;
  });
}

/** The loan that came of an application. */
export async function loanOf(world: World, firm: StoryFirm, product: string): Promise<LoanId> {
  const where = { enterpriseId: await firmIdOf(world, firm), productId: productId(product) };
  return world.recall(`loan ${firm.key} ${product}`, async (tx) => {
    const loan = await tx.loan.findFirst({ where });
    return found(loan, `${firm.key} has no loan of ${product}`).id as LoanId;
  });
}

/** The consent behind an application. */
export async function consentOf(world: World, firm: StoryFirm, product: string): Promise<ConsentId> {
  const id = await applicationOf(world, firm, product);
  return world.recall(`consent ${id}`, async (tx) => {
    const application = await tx.application.findFirst({ where: { id } });
    return found(application, `no application ${id}`).consentId as ConsentId;
  });
}

/** The firm's alert of a signal that is not closed, the most pressing one if it escalated. */
export async function alertOf(world: World, firm: StoryFirm, signal: string): Promise<AlertId> {
  const enterpriseId = await firmIdOf(world, firm);
  return withActor(system('seed.scenarios'), async (tx) => {
    const where = { enterpriseId, signalCode: signal, state: { not: 'closed' } };
    const alert = await tx.alert.findFirst({ where, orderBy: { raisedAt: 'desc' } });
    return found(alert, `${firm.key} has no alert ${signal}`).id as AlertId;
  });
}

/** The firm's case of a signal that was closed last. */
export async function closedAlertOf(world: World, firm: StoryFirm, signal: string): Promise<AlertId> {
  const enterpriseId = await firmIdOf(world, firm);
  return withActor(system('seed.scenarios'), async (tx) => {
    const where = { enterpriseId, signalCode: signal, state: 'closed' };
    const alert = await tx.alert.findFirst({ where, orderBy: { closedAt: 'desc' } });
    return found(alert, `${firm.key} has no closed alert ${signal}`).id as AlertId;
  });
}

function found<T>(row: T | null, otherwise: string): T {
  if (row === null) throw new Error(otherwise);
  return row;
}
