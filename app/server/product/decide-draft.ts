import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import {
  checkChange,
  checkDecide,
  checkSubmit,
  type ProductDraftRefusal,
  type ProductDraftState,
} from '~/domain/product/draft.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { lockProductDraft, moveProductDraft, type ProductDraftRow } from '~/server/product/store-drafts.ts';

type StepRefusal = ProductDraftRefusal | { readonly code: 'product.not-found' };

type Step = {
  readonly action: string;
  readonly state: ProductDraftState;
  /** Whether the person who acts is kept as the one who decided. */
  readonly decides: boolean;
  readonly note?: string | null;
  check(draft: ProductDraftRow): Result<null, ProductDraftRefusal>;
};

/** Moves a draft one step, with its event and its line in the audit log. */
function take(actor: Person, id: string, step: Step): Promise<Result<null, StepRefusal>> {
  return withActor(actor, async (tx): Promise<Result<null, StepRefusal>> => {
    const draft = await lockProductDraft(tx, id);
    if (!draft) return refuse({ code: 'product.not-found' });
    const checked = step.check(draft);
    if (!checked.ok) return checked;
    const { state, note, decides, action } = step;
    await moveProductDraft(tx, id, {
      state,
      at: clock.now(),
      ...(decides && { by: actor.userId }),
      ...(note !== undefined && { note }),
    });
    const payload = { product: draft.productId, version: draft.version };
    await recordChange(tx, actor, {
      kind: action,
      institutionId: draft.institutionId,
      subjectId: id,
      payload,
      jobs: state === 'approved' ? [{ name: 'product.bring-into-force', payload: { draftId: id } }] : [],
    });
    await appendAudit(tx, actor, { action, detail: { draft: id, ...payload } });
    return accept(null);
  });
}

/** Hands a draft in to a second person, when nothing is missing and nothing contradicts itself. */
export const submitProductDraft = (actor: Person, id: string) =>
  take(actor, id, {
    action: 'product.draft-submitted',
    state: 'submitted',
    decides: false,
    check: (draft) => checkSubmit(draft, actor.userId, clock.today()),
  });

/** Approves a draft that somebody else handed in: it goes on the shelf on its day, at once where that has come. */
export const approveProductDraft = (actor: Person, id: string) =>
  take(actor, id, {
    action: 'product.draft-approved',
    state: 'approved',
    decides: true,
    note: null,
    check: (draft) => checkDecide(draft, actor.userId),
  });

/** Gives a draft back to its maker with a reason. */
export const returnProductDraft = (actor: Person, id: string, note: string) =>
  take(actor, id, {
    action: 'product.draft-returned',
    state: 'draft',
    decides: false,
    note,
    check: (draft) => checkDecide(draft, actor.userId),
  });

/** Puts a draft of one's own away, before it was handed in; it stays readable. */
export const discardProductDraft = (actor: Person, id: string) =>
  take(actor, id, {
    action: 'product.draft-discarded',
    state: 'discarded',
    decides: false,
    check: (draft) => checkChange(draft, actor.userId),
  });

/** Takes a handed-in draft of one's own back, to go on writing. */
export const recallProductDraft = (actor: Person, id: string) =>
  take(actor, id, {
    action: 'product.draft-recalled',
    state: 'draft',
    decides: false,
    check: (draft) => checkRecall(draft, actor.userId),
  });

function checkRecall(draft: ProductDraftRow, userId: string): Result<null, ProductDraftRefusal> {
  if (draft.state !== 'submitted') return refuse({ code: 'product.draft-not-submitted' });
  return draft.draftedBy === userId ? accept(null) : refuse({ code: 'product.draft-not-mine' });
}
