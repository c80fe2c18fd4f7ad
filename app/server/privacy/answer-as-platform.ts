import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import {
  answeredFrom,
  answerPersonObjection,
  findPersonObjection,
} from '~/server/privacy/store-person-rights.ts';

type AnswerRefusal = {
  readonly code: 'privacy.objection-not-found' | 'privacy.objection-answered' | 'privacy.erased';
};

/**
 * The platform answers a person's objection after it asked the source: upheld, the record is used no more and whoever got
 * an answer from it is told to ask again; refused, it is used again. The answer stands behind the person's own link. No
 * score rests on records about persons, so none is restated.
 */
export function answerAsPlatform(
  actor: Actor,
  {
    id,
    verdict,
    answer,
  }: { readonly id: string; readonly verdict: 'upheld' | 'refused'; readonly answer: string },
): Promise<Result<'answered', AnswerRefusal>> {
  const { userId: answeredBy, name: answererName } = asPerson(actor);
  return withActor(actor, async (tx): Promise<Result<'answered', AnswerRefusal>> => {
    const objection = await findPersonObjection(tx, id);
    if (!objection) return refuse({ code: 'privacy.objection-not-found' });
    if (objection.words === null) return refuse({ code: 'privacy.erased' });
    const given = { verdict, answer, answeredBy, answererName, answeredAt: clock.now() };
    if (!(await answerPersonObjection(tx, objection, given)))
      return refuse({ code: 'privacy.objection-answered' });
    const { enterpriseId, item } = objection;
    const detail = { objection: id, item, verdict };
    await recordChange(tx, actor, {
      kind: 'privacy.objection-answered',
      enterpriseId,
      subjectId: id,
      payload: detail,
    });
    for (const institutionId of verdict === 'upheld' ? await answeredFrom(tx, objection) : [])
      await notify(tx, {
        to: { institutionId },
        kind: 'privacy.answer-void',
        params: { item },
        href: '/bank/persons',
      });
    await appendAudit(tx, actor, { action: 'privacy.objection-answered', enterpriseId, detail });
    return accept('answered');
  });
}
