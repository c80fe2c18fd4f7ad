import type { Named } from '~/domain/catalogue/item.ts';
import type { Actor } from '~/server/access/actor.ts';
import {
  contentOf,
  type DraftState,
  findOpenDrafts,
  findSuppliers,
} from '~/server/catalogue/store-drafts.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type OpenDraft = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: Named;
  readonly state: DraftState;
  readonly note: string;
};

/** Drafts that wait for their maker or for a second person, and who may supply a new item. */
export function listDrafts(actor: Actor) {
  return withActor(actor, async (tx) => ({
    drafts: (await findOpenDrafts(tx)).map(
      (draft): OpenDraft => ({
        id: draft.id,
        code: draft.code,
        version: draft.version,
        name: contentOf(draft).name,
        state: draft.state as DraftState,
        note: draft.note,
      }),
    ),
    suppliers: (await findSuppliers(tx)).map(({ id, nameZh: zh, nameEn: en }) => ({ id, name: { zh, en } })),
  }));
}
