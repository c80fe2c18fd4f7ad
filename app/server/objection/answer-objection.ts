import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { ObjectionState, ObjectionVerdict } from '~/domain/objection/objection.ts';
import { endOf } from '~/domain/objection/regime.ts';
import { type Actor, asPerson, houseOf, type Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { amendRecord } from '~/server/objection/amend-record.ts';
import { caseOf, clocksFollow, type MoveRefusal, moveCase } from '~/server/objection/move.ts';
import { regimeNamed } from '~/server/objection/read-regimes.ts';
import { changeObjection, type Objection } from '~/server/objection/store.ts';
import type { RecordContent } from '~/server/objection/store-amend.ts';
import { findVersions, headOf, isLive, type VersionRow } from '~/server/objection/store-record.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';

export type ObjectionAnswer = {
  readonly verdict: ObjectionVerdict;
  /** The written answer, and what proves it. */
  readonly answer: string;
  readonly evidence: string;
  /** `revoke` takes the record out; `correct` says what is true instead; a refusal changes nothing. */
  readonly change: 'none' | 'correct' | 'revoke';
  /** What is true, where it differs; what is left out stays. */
  readonly content?: Partial<RecordContent>;
};

export type AnswerRefusal =
  | MoveRefusal
  | { readonly code: 'objection.change-missing' }
  | { readonly code: 'objection.change-unwanted' }
  | { readonly code: 'objection.nothing-different' }
  | { readonly code: 'objection.ends-before'; readonly field: 'endedOn' }
  | { readonly code: 'objection.record-changed' };

/**
 * The provider answers an objection, with its evidence: upheld, partly or refused; the platform's data desk does when
 * the error was its own. What is upheld is put right in the same moment and both versions stay readable by date; what
 * was made from the record is restated.
 */
export function answerObjection(
  actor: Actor,
  id: string,
  answer: ObjectionAnswer,
): Promise<Result<'answered', AnswerRefusal>> {
  const person = asPerson(actor);
  const mine = (objection: Objection) =>
    houseOf[person.role] === 'provider'
      ? objection.providerId === person.institutionId && objection.state === 'with-provider'
      : objection.state === 'checking';
  const isUnfit = unfit(answer);
  if (isUnfit) return Promise.resolve(refuse(isUnfit));
  return moveCase<'answered', AnswerRefusal>(
    actor,
    { id, move: 'answer', mine },
    async (tx, objection, state) => {
      const done = await putRight(tx, actor, objection, answer);
      if (!done.ok) return done;
      await writeAnswer(tx, person, objection, { ...answer, state });
      return accept('answered');
    },
  );
}

/** A verdict and what it does to the record go together. */
function unfit({ verdict, change }: ObjectionAnswer): AnswerRefusal | null {
  if (verdict === 'refused') return change === 'none' ? null : { code: 'objection.change-unwanted' };
  if (change === 'none' || (verdict === 'partly' && change !== 'correct'))
    return { code: 'objection.change-missing' };
  return null;
}

async function putRight(
  tx: Tx,
  actor: Actor,
  objection: Objection,
  { change, content = {} }: ObjectionAnswer,
): Promise<Result<'right', AnswerRefusal>> {
  if (change === 'none') return accept('right');
  const { enterpriseId, factId, item, providerId, id: caseId } = objection;
  const head = headOf(await findVersions(tx, enterpriseId, factId));
  const isSealed = head?.op === 'seal' && change === 'revoke'; // by a repair meanwhile: what was wrong goes all the same
  if (!head || !(isLive(head) || isSealed)) return refuse({ code: 'objection.record-changed' });
  const now = contentOf(head);
  const next = { ...now, ...content };
  if (change === 'correct' && sameContent(now, next)) return refuse({ code: 'objection.nothing-different' });
  if (next.endedOn && next.occurredOn && next.endedOn < next.occurredOn)
    return refuse({ code: 'objection.ends-before', field: 'endedOn' });
  const about = { enterpriseId, providerId, item, factId: head.id, caseId, cause: 'objection' } as const;
  const amended = await amendRecord(tx, actor, {
    ...about,
    op: change,
    ...(change === 'correct' && { content: next }),
  });
  return amended ? accept('right') : refuse({ code: 'objection.record-changed' });
}

const contentOf = (row: VersionRow): RecordContent => ({
  occurredOn: row.occurredOn,
  endedOn: row.endedOn,
  amountFen: row.amountFen === null ? null : BigInt(row.amountFen),
  quantity: row.quantity,
  category: row.category,
});

const sameContent = (a: RecordContent, b: RecordContent): boolean =>
  (Object.keys(a) as (keyof RecordContent)[]).every((key) => a[key] === b[key]);

async function writeAnswer(
  tx: Tx,
  person: Person,
  objection: Objection,
  { verdict, answer, evidence, change, state }: ObjectionAnswer & { readonly state: ObjectionState },
) {
  const regime = await regimeNamed(tx, objection.regime, objection.regimeVersion);
  const now = clock.now();
  const appealUntil = dateOfDay(endOf(clock.today(), regime.appeal).lastDay);
  const written = { verdict, answer, evidence, answeredBy: person.userId, answeredAt: now };
  const closed = { state, closedAt: now, dueOn: null, suspends: false, appealUntil };
  await changeObjection(tx, objection, { ...written, ...closed });
  await writeCaseStep(tx, person, caseOf(objection), {
    name: 'answered',
    body: `${answer}\n${evidence}`,
    tell: ['firm'],
    facts: { verdict, change },
    jobs: [clocksFollow(objection, 'ended')],
  });
}
