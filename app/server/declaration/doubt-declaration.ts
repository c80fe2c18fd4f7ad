import { answerDueOf } from '~/domain/declaration/declaration.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readDeclarationRules } from '~/server/declaration/read-rules.ts';
import { findDeclaration, moveDeclaration } from '~/server/declaration/store.ts';
import { notify } from '~/server/platform/notify.ts';

type DoubtRefusal = { readonly code: 'declaration.not-found' | 'declaration.not-in-force' };

/** The desk asks a firm about a declaration; the firm is told before anything is decided against it. */
export function doubtDeclaration(
  actor: Actor,
  { id, firm, reason }: { readonly id: string; readonly firm: string; readonly reason: string },
): Promise<Result<null, DoubtRefusal>> {
  const enterpriseId = firm as EnterpriseId;
  return withActor(actor, async (tx): Promise<Result<null, DoubtRefusal>> => {
    const found = await findDeclaration(tx, enterpriseId, id);
    if (!found) return refuse({ code: 'declaration.not-found' });
    if (found.state !== 'in-force') return refuse({ code: 'declaration.not-in-force' });
    const today = clock.today();
    const due = answerDueOf(today, await readDeclarationRules(tx, today));
    const by = asPerson(actor).userId;
    const moved = await moveDeclaration(tx, found, raised(by, reason, due));
    if (!moved) return refuse({ code: 'declaration.not-in-force' });
    await recordChange(tx, actor, {
      kind: 'declaration.doubted',
      enterpriseId,
      subjectId: id,
      payload: { due },
    });
    await appendAudit(tx, actor, {
      action: 'declaration.doubted',
      enterpriseId,
      detail: { id, reason, due },
    });
    await notify(tx, {
      to: { enterpriseId },
      kind: 'declaration.doubted',
      params: { year: found.figuresYear, due },
      href: '/my/declaration',
    });
    return accept(null);
  });
}

/** A doubt as the declaration keeps it: an earlier answer and decision belong to an earlier doubt. */
const raised = (by: string, reason: string, due: Day) => ({
  ...{
    state: 'doubted',
    doubtedBy: by,
    doubtedAt: clock.now(),
    doubtReason: reason,
    answerDue: dateOfDay(due),
  },
  ...{ answer: null, answeredAt: null, decidedBy: null, decidedAt: null, decision: null },
});
