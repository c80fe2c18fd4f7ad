import type { Named } from '~/domain/catalogue/item.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findRegion, readSectionNames } from '~/server/enterprise/store-reference.ts';
import { type PublicRow, publicRows } from '~/server/modelling/store-public.ts';

/** Firms in one file; a larger selection has to be narrowed. */
export const mostFirms = 20_000;

export type Selection = { readonly regionCode: string | null; readonly section: string | null };

/** So many firms at most, behind a credit code. */
type Page = { readonly after: string | null; readonly size: number };

export type PublicList = {
  readonly items: readonly (Named & { code: string })[];
  readonly rows: readonly PublicRow[];
};

export type ListRefusal =
  | { readonly code: 'modelling.region-unknown'; readonly field: 'regionCode' }
  | { readonly code: 'modelling.selection-empty' }
  | { readonly code: 'modelling.selection-large'; readonly most: number };

/** What a selection may choose from. */
export const listSections = (actor: Actor) =>
  withActor(actor, async (tx) => ({ sections: await readSectionNames(tx) }));

/**
 * The firms of a region and an industry with how many records each public item holds: registration and public items alone,
 * chosen by the catalogue, so that nothing that needs a consent can be among them. Whole, or a page of it. Each list is logged.
 */
export async function listPublic(
  actor: Actor,
  selection: Selection,
  page: Page | null = null,
): Promise<Result<PublicList, ListRefusal>> {
  asInstitution(actor);
  const { regionCode, section } = selection;
  return withActor(actor, async (tx): Promise<Result<PublicList, ListRefusal>> => {
    if (regionCode && !(await findRegion(tx, regionCode)))
      return refuse({ code: 'modelling.region-unknown', field: 'regionCode' });
    const catalogue = await readCatalogue(tx, clock.today());
    const items = [...catalogue.values()]
      .filter(({ sensitivity, subject }) => sensitivity === 'public' && subject === 'enterprise')
      .map(({ code, name }) => ({ code, ...name }));
    const codes = items.map(({ code }) => code);
    const after = page?.after ?? null;
    const rows = await publicRows({ regionCode, section, after }, codes, page?.size ?? mostFirms + 1);
    if (rows.length === 0 && !after) return refuse({ code: 'modelling.selection-empty' });
    if (rows.length > mostFirms) return refuse({ code: 'modelling.selection-large', most: mostFirms });
    const detail = { regionCode, section, after, firms: rows.length };
    await appendAudit(tx, actor, { action: 'modelling.public-listed', detail });
    return accept({ items, rows });
  });
}
