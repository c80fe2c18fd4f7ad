import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { DraftState } from '~/domain/policy/draft.ts';
import { diffSchemes } from '~/domain/policy/scheme-diff.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asScheme } from '~/server/policy/as-scheme.ts';
import { exampleRuns, regionNamesOf } from '~/server/policy/show-scheme.ts';
import { type DraftRow, findDraft, findSchemeVersions, namesOfPeople } from '~/server/policy/store-drafts.ts';

/** A draft with its examples run, and what it changes against the version that it began with. */
export function showDraft(actor: Actor, id: string) {
  return withActor(actor, async (tx): Promise<Result<DraftPage, { readonly code: 'policy.not-found' }>> => {
    const draft = await findDraft(tx, id);
    return draft ? accept(await pageOf(tx, actor, draft)) : refuse({ code: 'policy.not-found' });
  });
}

export type DraftPage = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(tx: Tx, actor: Actor, draft: DraftRow) {
  const scheme = asScheme(draft);
  const base = (await findSchemeVersions(tx, draft.code)).find((row) => row.version === draft.basedOn);
  const people = await namesOfPeople(tx, [draft.draftedBy, draft.decidedBy]);
  return {
    id: draft.id,
    state: draft.state as DraftState,
    note: draft.note,
    basedOn: draft.basedOn,
    scheme,
    base: base ? asScheme(base) : null,
    isMine: draft.draftedBy === asPerson(actor).userId,
    draftedBy: people.get(draft.draftedBy) ?? '',
    draftedAt: draft.draftedAt.toISOString(),
    changedAt: draft.changedAt.toISOString(),
    decidedBy: people.get(draft.decidedBy ?? '') ?? null,
    decidedAt: draft.decidedAt?.toISOString() ?? null,
    startsInThePast: scheme.validFrom < clock.today(),
    examples: exampleRuns(scheme),
    differences: base ? diffSchemes(asScheme(base), scheme) : [],
    regions: await regionNamesOf(tx, scheme),
  };
}
