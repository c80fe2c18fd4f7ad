import { checkJudge, type JudgeRefusal } from '~/domain/declaration/declaration.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findDeclaration, moveDeclaration, toDeclaration } from '~/server/declaration/store.ts';
import { notify } from '~/server/platform/notify.ts';

type Refused = JudgeRefusal | { readonly code: 'declaration.not-found' };

export type Judgement = {
  readonly id: string;
  readonly firm: string;
  readonly verdict: 'upheld' | 'broken';
  readonly decision: string;
};

/**
 * A second person decides about a doubt. Found untrue, the figures go out of use and the promise is recorded as broken;
 * the firm is told and may object to that record.
 */
export function judgeDeclaration(actor: Actor, judged: Judgement): Promise<Result<null, Refused>> {
  const { id, verdict, decision } = judged;
  const enterpriseId = judged.firm as EnterpriseId;
  return withActor(actor, async (tx): Promise<Result<null, Refused>> => {
    const found = await findDeclaration(tx, enterpriseId, id);
    if (!found) return refuse({ code: 'declaration.not-found' });
    const [by, at] = [asPerson(actor).userId, clock.now()];
    const checked = checkJudge(toDeclaration(found), { by, today: clock.today() });
    if (!checked.ok) return checked;
    const state = verdict === 'broken' ? { state: 'broken', endedAt: at } : { state: 'in-force' };
    const moved = await moveDeclaration(tx, found, { ...state, decidedBy: by, decidedAt: at, decision });
    if (!moved) return refuse({ code: 'declaration.not-doubted' });
    await recordChange(tx, actor, {
      kind: 'declaration.judged',
      enterpriseId,
      subjectId: id,
      payload: { verdict },
      jobs:
        verdict === 'broken'
          ? [{ name: 'declaration.enter', payload: { enterpriseId, ref: id, at: 'ended' } }]
          : [],
    });
    await appendAudit(tx, actor, {
      action: 'declaration.judged',
      enterpriseId,
      detail: { id, verdict, decision },
    });
    const params = { year: found.figuresYear };
    await notify(tx, {
      to: { enterpriseId },
      kind: `declaration.${verdict}`,
      params,
      href: '/my/declaration',
    });
    return accept(null);
  });
}
