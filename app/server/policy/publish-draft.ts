import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkPublish, type DraftState, type PublishRefusal } from '~/domain/policy/draft.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asScheme } from '~/server/policy/as-scheme.ts';
import { addVersion, type DraftRow, decideDraft, lockDraft } from '~/server/policy/store-drafts.ts';

type Published = { readonly code: string; readonly version: number };

/**
 * Publishes a draft that somebody else made, when all its worked examples come out. From then on the version is never
 * edited; loans drawn while it is in force are assessed by it. What was assessed before stays as it was.
 */
export function publishDraft(
  actor: Person,
  id: string,
): Promise<Result<Published, PublishRefusal | { readonly code: 'policy.not-found' }>> {
  return withActor(
    actor,
    async (tx): Promise<Result<Published, PublishRefusal | { readonly code: 'policy.not-found' }>> => {
      const draft = await lockDraft(tx, id);
      if (!draft) return refuse({ code: 'policy.not-found' });
      const state = draft.state as DraftState;
      const checked = checkPublish(
        { state, draftedBy: draft.draftedBy, scheme: asScheme(draft) },
        actor.userId,
      );
      if (!checked.ok) return checked;
      const job = { name: 'match.refresh-province', payload: { ref: id } } as const;
      return accept(await enterVersion(tx, actor, draft, [job]));
    },
  );
}

/** Makes a version of a draft that was found fit, by the person who acts; `said` is what they stated, for the audit. */
export async function enterVersion(
  tx: Tx,
  actor: Person,
  draft: DraftRow,
  jobs: NonNullable<Parameters<typeof recordChange>[2]['jobs']>,
  said: { readonly noHistory?: boolean } = {},
): Promise<Published> {
  const now = clock.now();
  const { id, code, version } = draft;
  await decideDraft(tx, id, 'published', actor.userId, now);
  await addVersion(tx, draft, actor.userId, now);
  await recordChange(tx, actor, {
    kind: 'policy.published',
    subjectId: id,
    payload: { code, version },
    jobs,
  });
  await appendAudit(tx, actor, { action: 'policy.published', detail: { draft: id, code, version, ...said } });
  return { code, version };
}
