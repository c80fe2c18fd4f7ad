import { randomUUID } from 'node:crypto';
import type { InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { ProductBody } from '~/domain/product/body.ts';
import { type TemplateName, templates } from '~/domain/product/templates.ts';
import { asInstitution, type Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { bodyOf } from '~/server/product/as-body.ts';
import { productsOfBank } from '~/server/product/store.ts';
import { addProductDraft } from '~/server/product/store-drafts.ts';

export type DraftStart =
  | { readonly from: 'template'; readonly template: TemplateName }
  | { readonly from: 'product'; readonly product: ProductId; readonly offShelf: boolean };

type StartRefusal = { readonly code: 'product.not-found' | 'product.draft-open' };

/**
 * Begins a version: of a new product from a template, or the next one of a product of the bank, which has one open draft
 * at a time. The value is the draft's id.
 */
export function startProductDraft(actor: Person, start: DraftStart): Promise<Result<string, StartRefusal>> {
  const { institutionId } = asInstitution(actor);
  const id = randomUUID();
  return withActor(actor, async (tx): Promise<Result<string, StartRefusal>> => {
    const base = await baseOf(tx, institutionId, start);
    if (!base) return refuse({ code: 'product.not-found' });
    const ref = randomUUID();
    const draft = {
      ...base,
      id,
      institutionId,
      effectiveFrom: clock.today(),
      note: '',
      draftedBy: actor.userId,
      reachRef: ref,
    };
    if (!(await addProductDraft(tx, draft, clock.now()))) return refuse({ code: 'product.draft-open' });
    const payload = { product: base.productId, version: base.version };
    await recordChange(tx, actor, {
      kind: 'product.draft-started',
      institutionId,
      subjectId: id,
      payload,
      jobs: [{ name: 'match.measure-reach', payload: { draftId: id, ref } }],
    });
    await appendAudit(tx, actor, { action: 'product.draft-started', detail: { draft: id, ...payload } });
    return accept(id);
  });
}

type Base = {
  readonly productId: ProductId;
  readonly version: number;
  readonly basedOn: number | null;
  readonly body: ProductBody;
  readonly offShelf: boolean;
};

async function baseOf(tx: Tx, bank: InstitutionId, start: DraftStart): Promise<Base | null> {
  if (start.from === 'template') {
    const body = templates[start.template];
    return { productId: randomUUID() as ProductId, version: 1, basedOn: null, body, offShelf: false };
  }
  const product = (await productsOfBank(tx, bank)).find(({ id }) => id === start.product);
  if (!product) return null;
  const { id: productId, version } = product;
  const body = bodyOf(product);
  return { productId, version: version + 1, basedOn: version, body, offShelf: start.offShelf };
}
