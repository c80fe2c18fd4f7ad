import { parseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type Circle, readCircle } from '~/server/monitoring/read-circle.ts';
import { findFirms } from '~/server/score/store.ts';

export type FindCircleRefusal =
  | { readonly code: 'score.firm-unknown'; readonly key: string }
  | { readonly code: 'score.firm-ambiguous'; readonly key: string; readonly sources: readonly string[] }
  | { readonly code: 'monitoring.not-in-circle' };

/** The circle of a firm for the platform's own staff, with all loans; firms are named by credit code or id, as `explain` takes them. */
export function findCircleOf(
  actor: Actor,
  key: string,
  defaulting: string | null,
): Promise<Result<Circle, FindCircleRefusal>> {
  return withActor(actor, async (tx) => {
    const firm = await oneFirm(tx, key);
    if (!firm.ok) return firm;
    const falls = defaulting === null ? null : await oneFirm(tx, defaulting);
    if (falls && !falls.ok) return falls;
    const circle = await readCircle(tx, firm.value.id, falls?.value.id ?? null);
    if (!circle) return refuse({ code: 'monitoring.not-in-circle' });
    const line = { action: 'monitoring.circle-opened', enterpriseId: firm.value.id };
    await appendAudit(tx, actor, { ...line, purpose: 'post-loan', detail: { defaulting: circle.firm.key } });
    return accept(circle);
  });
}

async function oneFirm(tx: Tx, key: string) {
  const found = await findFirms(tx, { key, id: parseId<'enterprise'>(key) });
  const [firm, ...others] = found;
  if (!firm) return refuse({ code: 'score.firm-unknown', key } as const);
  if (others.length > 0)
    return refuse({ code: 'score.firm-ambiguous', key, sources: found.map((f) => f.source) } as const);
  return accept(firm);
}
