import type { Day } from '~/domain/kernel/day.ts';
import { rateRange } from '~/domain/product/rate-rule.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { indexProducts } from '~/server/product/index-products.ts';
import { endedProducts, shelveVersion, withdrawProducts } from '~/server/product/store.ts';
import { findDueProductDrafts, lockProductDraft, moveProductDraft } from '~/server/product/store-drafts.ts';
import { readLpr } from '~/server/product/store-lpr.ts';

/** Puts an approved version on the shelf, once its day has come; anything else is left as it is. */
export async function bringIntoForce(tx: Tx, actor: Actor, id: string, today: Day): Promise<void> {
  const draft = await lockProductDraft(tx, id);
  if (draft?.state !== 'approved' || draft.effectiveFrom > today) return;
  const { productId, institutionId, version, body, offShelf } = draft;
  const now = clock.now();
  const isEnded = body.validTo !== null && body.validTo < today;
  const state = offShelf || isEnded ? 'withdrawn' : 'published';
  const rates = rateRange(body.rateRule, await readLpr(tx, today));
  await shelveVersion(tx, { id: productId, institutionId, version, body, state, rates }, now);
  await moveProductDraft(tx, id, { state: 'in-force', at: now });
  await indexProducts(tx, [productId]);
  const payload = { product: productId, version, state };
  await recordChange(tx, actor, {
    kind: 'product.version-in-force',
    institutionId,
    subjectId: productId,
    payload,
    jobs: [{ name: 'match.refresh-product', payload: { productId, version, ref: 'in-force' } }],
  });
  await appendAudit(tx, actor, { action: 'product.version-in-force', detail: payload });
}

/** What a day brings to the shelf: approved versions whose day it is, and products whose last day is past. */
export async function turnShelf(tx: Tx, actor: Actor, today: Day): Promise<void> {
  for (const id of await findDueProductDrafts(tx, today)) await bringIntoForce(tx, actor, id, today);
  const ended = await endedProducts(tx, today);
  if (ended.length === 0) return;
  const ids = ended.map(({ id }) => id);
  await withdrawProducts(tx, ids);
  await indexProducts(tx, ids);
  const jobs = ended.map(({ id, version }) => ({
    name: 'match.refresh-product' as const,
    payload: { productId: id, version, ref: 'ended' as const },
  }));
  await recordChange(tx, actor, { kind: 'product.ended', payload: { products: ids }, jobs });
  await appendAudit(tx, actor, { action: 'product.ended', detail: { products: ids } });
}
