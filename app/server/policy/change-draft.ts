import { accept, type Refusal, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type ContentRefusal, checkContent } from '~/server/policy/check-content.ts';
import type { DraftForm } from '~/server/policy/forms.ts';
import {
  type DraftContent,
  type DraftRow,
  type Kinds,
  lockDraft,
  schemeKinds,
  storeDraft,
} from '~/server/policy/store-drafts.ts';

export type DraftRefusal = {
  readonly code: 'policy.not-found' | 'policy.decided-already' | 'policy.not-the-maker';
};

/** Stores what its maker wrote into a draft, when every figure has the shape that the formulas know. */
export const changeDraft = (
  actor: Person,
  id: string,
  form: DraftForm,
): Promise<Result<null, DraftRefusal | ContentRefusal>> =>
  keepDraft(actor, id, schemeKinds, ({ kind }) => checkContent(kind as 'compensation' | 'subsidy', form));

/** Stores what a draft of some kinds is to say, when its maker asks and it is still a draft. */
export function keepDraft<R extends Refusal>(
  actor: Person,
  id: string,
  kinds: Kinds,
  read: (draft: DraftRow) => Result<DraftContent, R>,
): Promise<Result<null, DraftRefusal | R>> {
  return withActor(actor, async (tx): Promise<Result<null, DraftRefusal | R>> => {
    const draft = await lockDraft(tx, id, kinds);
    if (!draft) return refuse({ code: 'policy.not-found' });
    if (draft.state !== 'draft') return refuse({ code: 'policy.decided-already' });
    if (draft.draftedBy !== actor.userId) return refuse({ code: 'policy.not-the-maker' });
    const content = read(draft);
    if (!content.ok) return content;
    await storeDraft(tx, id, content.value, clock.now());
    const payload = { code: draft.code, version: draft.version };
    await recordChange(tx, actor, { kind: 'policy.draft-changed', subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'policy.draft-changed', detail: { draft: id, ...payload } });
    return accept(null);
  });
}
