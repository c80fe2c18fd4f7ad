import { randomUUID } from 'node:crypto';
import { isHidden, type PostingRefusal, takeUp } from '~/domain/application/posting.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import { postingFor } from '~/server/application/posting-for.ts';
import { readPostingRules } from '~/server/application/read-posting-rules.ts';
import { addAnswer, lockOwnAnswer } from '~/server/application/store-posting.ts';
import { tellAnswer } from '~/server/application/tell-answer.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type TakeRefusal = PostingRefusal | { readonly code: 'need.posting-not-found' };

/** The bank takes a posted need up; from now on its clock runs, on working days, and the firm sees it. */
export async function takeNeed(
  actor: InstitutionPerson,
  id: string,
  also?: Also<string>,
): Promise<Result<string, TakeRefusal>> {
  const { institutionId } = actor;
  const posting = await postingFor(institutionId, id);
  return withActor(actor, async (tx): Promise<Result<string, TakeRefusal>> => {
    const own = posting && (await lockOwnAnswer(tx, id, institutionId));
    if (!posting || isHidden(posting, own, clock.today())) return refuse({ code: 'need.posting-not-found' });
    const at = clock.now();
    const taken = takeUp(posting, own, at, await readPostingRules(tx, clock.today()));
    if (!taken.ok) return taken;
    const { enterpriseId } = posting;
    const answer = { enterpriseId, id: randomUUID(), postingId: id, institutionId, takenBy: actor.userId };
    const isFirst = await addAnswer(tx, { ...answer, takenAt: at, dueAt: taken.value.dueAt });
    if (!isFirst) return refuse({ code: 'need.taken-already' });
    await tellAnswer(tx, actor, { ...answer, needId: posting.needId }, 'taken');
    return alongside(tx, accept(answer.id), also);
  });
}
