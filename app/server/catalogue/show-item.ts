import { diffItems } from '~/domain/catalogue/diff-items.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import {
  countTouched,
  findItemVersions,
  findOpenDrafts,
  type ItemVersion,
} from '~/server/catalogue/store-drafts.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type ItemPage = {
  readonly code: string;
  readonly shown: ItemVersion;
  readonly versions: readonly {
    readonly version: number;
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly draftedBy: string | null;
    readonly publishedBy: string | null;
    readonly inForce: boolean;
    /** Properties that differ from the version before. */
    readonly changed: readonly string[];
  }[];
  readonly draft: { readonly id: string; readonly version: number; readonly state: string } | null;
  readonly touched: { readonly consents: number; readonly batches: number };
};

/** An item with all its versions and the draft that is open; `version` shows an earlier one. */
export function showItem(
  actor: Actor,
  code: string,
  version?: number,
): Promise<Result<ItemPage, { readonly code: 'catalogue.not-found' }>> {
  return withActor(actor, async (tx) => {
    const versions = await findItemVersions(tx, code);
    const today = clock.today();
    const inForce = versions.find(({ validFrom }) => validFrom <= today);
    const shown = versions.find(({ item }) => item.version === version) ?? inForce ?? versions[0];
    if (!shown) return refuse({ code: 'catalogue.not-found' });
    const [draft] = await findOpenDrafts(tx, code);
    return accept({
      code,
      shown,
      versions: versions.map((each, i) => ({
        version: each.item.version,
        validFrom: each.validFrom,
        validTo: each.validTo,
        draftedBy: each.draftedBy,
        publishedBy: each.publishedBy,
        inForce: each === inForce && (each.validTo === null || each.validTo > today),
        changed: changedSince(versions[i + 1], each),
      })),
      draft: draft ? { id: draft.id, version: draft.version, state: draft.state } : null,
      touched: await countTouched(tx, code, clock.now()),
    });
  });
}

const changedSince = (before: ItemVersion | undefined, after: ItemVersion): string[] =>
  before
    ? diffItems({ ...before.item, version: 0 }, { ...after.item, version: 0 }).map(({ field }) => field)
    : [];
