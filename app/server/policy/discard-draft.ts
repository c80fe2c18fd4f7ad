import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { decideDraft, lockDraft, schemeKinds } from '~/server/policy/store-drafts.ts';

type DiscardRefusal = { readonly code: 'policy.not-found' | 'policy.decided-already' };

/** Puts a draft away; it stays readable. The value is the code of what it would have been a version of. */
export function discardDraft(
  actor: Person,
  id: string,
  kinds = schemeKinds,
): Promise<Result<string, DiscardRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, DiscardRefusal>> => {
    const draft = await lockDraft(tx, id, kinds);
    if (!draft) return refuse({ code: 'policy.not-found' });
    if (draft.state !== 'draft') return refuse({ code: 'policy.decided-already' });
    await decideDraft(tx, id, 'discarded', actor.userId, clock.now());
    const { code, version } = draft;
    await recordChange(tx, actor, {
      kind: 'policy.draft-discarded',
      subjectId: id,
      payload: { code, version },
    });
    await appendAudit(tx, actor, { action: 'policy.draft-discarded', detail: { draft: id, code, version } });
    return accept(code);
  });
}
