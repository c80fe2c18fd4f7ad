import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asScheme } from '~/server/policy/as-scheme.ts';
import { addDraft, findOpenDrafts, findSchemeVersions, schemeKinds } from '~/server/policy/store-drafts.ts';

type StartRefusal = { readonly code: 'policy.not-found' | 'policy.draft-open' };

/** Of which kinds, and the first day of the draft where it is not that of its base. */
type Start = { readonly kinds: readonly string[]; readonly from?: Day };

/**
 * A draft of the next version of a scheme, beginning with what a published version says. A scheme has one open draft at a
 * time, so that two people do not change it against each other. The value is the draft's id.
 */
export function startDraft(
  actor: Person,
  code: string,
  basedOn: number,
  { kinds, from }: Start = { kinds: schemeKinds },
): Promise<Result<string, StartRefusal>> {
  const id = randomUUID();
  return withActor(actor, async (tx): Promise<Result<string, StartRefusal>> => {
    const rows = await findSchemeVersions(tx, code, kinds);
    const base = rows.find((row) => row.version === basedOn);
    const [latest] = rows;
    if (!base || !latest) return refuse({ code: 'policy.not-found' });
    if ((await findOpenDrafts(tx, code, kinds)).length > 0) return refuse({ code: 'policy.draft-open' });
    const version = latest.version + 1;
    const scheme = { ...asScheme(base), ...(from && { validFrom: from }) };
    const head = { id, code, kind: base.kind, version, basedOn, draftedBy: actor.userId, at: clock.now() };
    if (!(await addDraft(tx, head, { ...scheme, note: '' }))) return refuse({ code: 'policy.draft-open' });
    const payload = { code, version, basedOn };
    await recordChange(tx, actor, { kind: 'policy.draft-started', subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'policy.draft-started', detail: { draft: id, ...payload } });
    return accept(id);
  });
}
