import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Tx } from '~/server/db/client.ts';
import {
  findIndustry,
  findRegion,
  type IndustryOption,
  type RegionOption,
  searchIndustries,
  searchRegions,
} from '~/server/enterprise/store-reference.ts';

export type PlaceRefusal =
  | { readonly code: 'enterprise.industry-unknown'; readonly field: 'industry' }
  | { readonly code: 'enterprise.region-unknown'; readonly field: 'region' };

/** The industry that a person typed or chose: by the code it begins with, or by a name that fits one industry alone. */
export async function resolveIndustry(tx: Tx, typed: string): Promise<IndustryOption | null> {
  const code = /^\d{2,4}(?!\d)/.exec(typed.trim())?.[0];
  if (code) return findIndustry(tx, code);
  const found = typed.trim() ? await searchIndustries(tx, typed.trim(), 3) : [];
  const exact = found.filter((industry) => industry.nameZh === typed.trim());
  return exact[0] ?? (found.length === 1 ? (found[0] ?? null) : null);
}

/** The division that a person typed or chose, in the same way. */
export async function resolveRegion(tx: Tx, typed: string): Promise<RegionOption | null> {
  const code = /^\d{6}(?!\d)/.exec(typed.trim())?.[0];
  if (code) return findRegion(tx, code);
  const found = typed.trim() ? await searchRegions(tx, typed.trim(), 2) : [];
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Region and industry of a form, or the field that is not one. */
export async function resolvePlace(
  tx: Tx,
  typed: { readonly region: string; readonly industry: string },
): Promise<Result<{ readonly region: RegionOption; readonly industry: IndustryOption }, PlaceRefusal>> {
  const region = await resolveRegion(tx, typed.region);
  if (!region) return refuse({ code: 'enterprise.region-unknown', field: 'region' });
  const industry = await resolveIndustry(tx, typed.industry);
  if (!industry) return refuse({ code: 'enterprise.industry-unknown', field: 'industry' });
  return accept({ region, industry });
}
