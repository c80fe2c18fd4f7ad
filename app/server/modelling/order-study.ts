import { randomUUID } from 'node:crypto';
import { addYears, startOf } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type OutcomesRefusal, readOutcomes } from '~/domain/modelling/outcomes.ts';
import { type Actor, asInstitution, type InstitutionPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  addStudy,
  findStudy,
  handIn,
  isOwnCard,
  lockBudget,
  readLimits,
  spentSince,
} from '~/server/modelling/store-study.ts';

export type StudyOrder = {
  readonly name: string;
  readonly text: string;
  /** The study of a card that the bank brought, which is to be measured; null to train one. */
  readonly measures: string | null;
};

export type OrderRefusal =
  | OutcomesRefusal
  | { readonly code: 'modelling.not-found' }
  | { readonly code: 'modelling.budget-spent'; readonly leftMilli: number; readonly neededMilli: number };

/** A bank hands outcomes in and orders a study; a worker joins them inside. Its privacy budget is spent by the order. */
export async function orderStudy(
  actor: Actor,
  { name, text, measures }: StudyOrder,
): Promise<Result<string, OrderRefusal>> {
  const person = asInstitution(actor);
  const outcomes = readOutcomes(text);
  if (!outcomes.ok) return outcomes;
  const content = outcomes.value
    .map(({ uscc, isBad }) => `${uscc},${Number(isBad)}`)
    .sort()
    .join('\n');
  const order = { name, content, rows: outcomes.value.length, measures };
  return withActor(actor, async (tx): Promise<Result<string, OrderRefusal>> => {
    if (measures && !(await mayMeasure(tx, person, measures))) return refuse({ code: 'modelling.not-found' });
    await lockBudget(tx, person.institutionId);
    const { epsilonMilliPerStudy, epsilonMilliPerYear } = await readLimits(tx, clock.today());
    const spent = await spentSince(tx, person.institutionId, startOf(addYears(clock.today(), -1)));
    const leftMilli = epsilonMilliPerYear - spent;
    if (leftMilli < epsilonMilliPerStudy)
      return refuse({ code: 'modelling.budget-spent', leftMilli, neededMilli: epsilonMilliPerStudy });
    return accept(await write(tx, person, order, epsilonMilliPerStudy));
  });
}

async function mayMeasure(tx: Tx, { institutionId }: InstitutionPerson, id: string): Promise<boolean> {
  const study = await findStudy(tx, id);
  return study?.institutionId === institutionId && study.state === 'done' && isOwnCard(study);
}

type Written = {
  readonly name: string;
  readonly content: string;
  readonly rows: number;
  readonly measures: string | null;
};

async function write(
  tx: Tx,
  person: InstitutionPerson,
  { name, content, rows, measures }: Written,
  epsilonMilli: number,
): Promise<string> {
  const { institutionId, userId } = person;
  const id = randomUUID();
  const head = {
    id,
    institutionId,
    name,
    rowsGiven: rows,
    contentHash: sha256(content),
    epsilonMilli,
    measures,
  };
  await addStudy(tx, { ...head, orderedBy: userId, orderedAt: clock.now() });
  await handIn(tx, id, content);
  const detail = { studyId: id, rows, epsilonMilli };
  await recordChange(tx, person, {
    kind: 'modelling.study-ordered',
    institutionId,
    subjectId: id,
    payload: detail,
    jobs: [{ name: 'modelling.run-study', payload: { studyId: id } }],
  });
  await appendAudit(tx, person, { action: 'modelling.study-ordered', detail });
  return id;
}
