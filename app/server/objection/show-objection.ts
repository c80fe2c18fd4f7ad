import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson, houseOf, type Role } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type RegimeInForce, regimeNamed } from '~/server/objection/read-regimes.ts';
import { recordShown } from '~/server/objection/record-view.ts';
import { findObjection, type Objection } from '~/server/objection/store.ts';
import {
  findStatement,
  findSteps,
  findVersions,
  firmOf,
  itemWordsOf,
  type RightsStep,
  statementAnswered,
} from '~/server/objection/store-record.ts';

/** An objection as its parties see it: the record in all versions, the rule with its days, what happened. */
export function showObjection(
  actor: Actor,
  id: string,
): Promise<Result<ObjectionPage, { readonly code: 'objection.not-found' }>> {
  return withActor(actor, async (tx) => {
    const found = await findObjection(tx, id);
    return found ? accept(await pageOf(tx, actor, found)) : refuse({ code: 'objection.not-found' });
  });
}

async function pageOf(tx: Tx, actor: Actor, objection: Objection) {
  const { enterpriseId, factId, providerId } = objection;
  const person = asPerson(actor);
  const reader = houseOf[person.role] === 'enterprise' ? 'subject' : 'other';
  const rows = await findVersions(tx, enterpriseId, factId);
  const row = rows.find((version) => version.id === factId);
  const words = await itemWordsOf(tx, objection.item, row?.itemVersion ?? 1, providerId);
  const firm = await firmOf(tx, enterpriseId);
  const regime = await regimeNamed(tx, objection.regime, objection.regimeVersion);
  return {
    ...coreOf(objection),
    enterpriseId,
    firm: firm.name,
    uscc: firm.uscc,
    record: recordShown(rows, words, reader),
    statement: statementOf(await statementFor(tx, person.role, objection)),
    regime: regimeShown(regime),
    steps: (await findSteps(tx, enterpriseId, objection.id)).map(stepOf),
    mayReview: objection.answeredBy !== person.userId,
    now: clock.now().toISOString(),
    today: clock.today() as string,
  };
}

const regimeShown = ({ nameZh, nameEn, unverified, ...regime }: RegimeInForce) => {
  const { legalBasis, legalBasisEn, check, answer, extension, total, suspendsOnForward } = regime;
  return {
    name: { zh: nameZh, en: nameEn },
    ...{ legalBasis, legalBasisEn, check, answer, extension, total, suspendsOnForward },
    hasUnverified: unverified.length > 0,
  };
};

/** The firm's own words beside the record, as this reader may see them. */
const statementFor = (tx: Tx, role: Role, objection: Objection) =>
  houseOf[role] === 'provider' ? statementAnswered(tx, objection.id) : findStatement(tx, objection);

export type ObjectionPage = Awaited<ReturnType<typeof pageOf>>;

const coreOf = (objection: Objection) => ({
  id: objection.id,
  factId: objection.factId,
  state: objection.state,
  round: objection.round,
  ground: objection.ground,
  body: objection.body,
  verdict: objection.verdict,
  answer: objection.answer,
  evidence: objection.evidence,
  answeredAt: objection.answeredAt?.toISOString() ?? null,
  appeal: objection.appeal,
  appealUntil: objection.appealUntil as string | null,
  receivedAt: objection.receivedAt.toISOString(),
  dueOn: objection.dueOn && (dayOfDate(objection.dueOn) as string),
  provisional: objection.provisional,
  extended: objection.extended,
  suspends: objection.suspends,
  escalated: objection.escalatedOn !== null,
});

export const stepOf = ({ at, ...step }: RightsStep, index: number) => ({
  ...step,
  key: `${index}-${step.kind}`,
  at: at.toISOString(),
});

export type StepShown = ReturnType<typeof stepOf>;

export const statementOf = (found: Awaited<ReturnType<typeof findStatement>>) =>
  found && { body: found.body, at: found.at.toISOString(), by: found.by };
