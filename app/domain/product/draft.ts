import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type BodyGap, gapsOf, type ProductBody } from '~/domain/product/body.ts';

/**
 * `draft` is written by its maker, `submitted` waits for a second person, `approved` waits for its day, `in-force` is what
 * the shelf shows or showed, `discarded` was put away.
 */
export const productDraftStates = ['draft', 'submitted', 'approved', 'in-force', 'discarded'] as const;
export type ProductDraftState = (typeof productDraftStates)[number];

export type ProductDraftRefusal =
  | { readonly code: 'product.draft-decided' }
  | { readonly code: 'product.draft-own' }
  | { readonly code: 'product.draft-not-mine' }
  | { readonly code: 'product.draft-not-submitted' }
  | { readonly code: 'product.draft-gaps'; readonly gaps: readonly BodyGap[] };

export type DraftStanding = {
  readonly state: ProductDraftState;
  readonly draftedBy: string;
  readonly body: ProductBody;
};

/** Whether a person may write into a draft: its maker, while it has not been handed in. */
export function checkChange(draft: DraftStanding, userId: string): Result<null, ProductDraftRefusal> {
  if (draft.state !== 'draft') return refuse({ code: 'product.draft-decided' });
  return draft.draftedBy === userId ? accept(null) : refuse({ code: 'product.draft-not-mine' });
}

/** Whether a draft may be handed in on a day: nothing is missing and nothing contradicts itself. */
export function checkSubmit(
  draft: DraftStanding,
  userId: string,
  today: string,
): Result<null, ProductDraftRefusal> {
  const mine = checkChange(draft, userId);
  if (!mine.ok) return mine;
  const gaps = gapsOf(draft.body, today);
  return gaps.length > 0 ? refuse({ code: 'product.draft-gaps', gaps }) : accept(null);
}

/** Whether a person may decide a draft: it was handed in, by somebody else (maker is not checker; the database holds it too). */
export function checkDecide(draft: DraftStanding, userId: string): Result<null, ProductDraftRefusal> {
  if (draft.state !== 'submitted') return refuse({ code: 'product.draft-not-submitted' });
  return draft.draftedBy === userId ? refuse({ code: 'product.draft-own' }) : accept(null);
}
