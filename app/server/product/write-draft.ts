import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type ProductBody, productBodySchema } from '~/domain/product/body.ts';
import { checkChange, type ProductDraftRefusal } from '~/domain/product/draft.ts';
import type { Rule } from '~/domain/product/predicate.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { lockProductDraft, storeProductDraft } from '~/server/product/store-drafts.ts';

export type WriteRefusal =
  | ProductDraftRefusal
  | { readonly code: 'product.not-found' | 'product.too-many-ways' };

/** What is written of a draft: its terms with day and reason, or its conditions. */
export type Writing = {
  readonly terms?: Partial<Omit<ProductBody, 'eligibility'>>;
  readonly conditions?: (rule: Rule) => Rule;
  readonly effectiveFrom?: Day;
  readonly note?: string;
};

/** Writes into a draft of one's own, and has its reach counted anew where its conditions changed. */
export function writeProductDraft(
  actor: Person,
  id: string,
  writing: Writing,
): Promise<Result<null, WriteRefusal>> {
  return withActor(actor, async (tx): Promise<Result<null, WriteRefusal>> => {
    const draft = await lockProductDraft(tx, id);
    if (!draft) return refuse({ code: 'product.not-found' });
    const checked = checkChange(draft, actor.userId);
    if (!checked.ok) return checked;
    const eligibility = writing.conditions?.(draft.body.eligibility) ?? draft.body.eligibility;
    const body = productBodySchema.safeParse({ ...draft.body, ...writing.terms, eligibility });
    if (!body.success) return refuse({ code: 'product.too-many-ways' });
    const ref = randomUUID();
    const { effectiveFrom, note } = writing;
    const content = {
      body: body.data,
      reachRef: ref,
      ...(effectiveFrom && { effectiveFrom }),
      ...(note !== undefined && { note }),
    };
    await storeProductDraft(tx, id, content, clock.now());
    const payload = { product: draft.productId, version: draft.version };
    await recordChange(tx, actor, {
      kind: 'product.draft-changed',
      institutionId: draft.institutionId,
      subjectId: id,
      payload,
      jobs: [{ name: 'match.measure-reach', payload: { draftId: id, ref } }],
    });
    await appendAudit(tx, actor, { action: 'product.draft-changed', detail: { draft: id, ...payload } });
    return accept(null);
  });
}
