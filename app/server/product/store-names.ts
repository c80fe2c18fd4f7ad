import type { Atom } from '~/domain/product/predicate.ts';
import type { Tx } from '~/server/db/client.ts';

/** Names of the regions and industries that conditions mention, by the code or prefix they use. */
export type CodeNames = {
  readonly region: { readonly [code: string]: string };
  readonly industry: { readonly [code: string]: { readonly zh: string; readonly en: string | null } };
};

/** `64` is the province 640000, `6401` the prefecture 640100. */
const fullCode = (prefix: string): string => prefix.padEnd(6, '0');

type MoreCodes = { readonly regions?: readonly string[]; readonly industries?: readonly string[] };

/** Names for the codes of conditions, and for codes of a firm that are shown beside them. */
export async function readCodeNames(
  tx: Tx,
  atoms: readonly Atom[],
  more: MoreCodes = {},
): Promise<CodeNames> {
  const regions = [...new Set([...codesOf(atoms, 'region'), ...(more.regions ?? [])])];
  const industries = [...new Set([...codesOf(atoms, 'industry'), ...(more.industries ?? [])])];
  const regionRows = await tx.region.findMany({
    where: { code: { in: regions.map(fullCode) } },
    select: { code: true, nameZh: true },
  });
  const industryRows = await tx.industry.findMany({
    where: { code: { in: industries } },
    select: { code: true, nameZh: true, nameEn: true },
  });
  const named = new Map(regionRows.map((row) => [row.code, row.nameZh]));
  return {
    region: Object.fromEntries(regions.map((code) => [code, named.get(fullCode(code)) ?? code])),
    industry: Object.fromEntries(industryRows.map((row) => [row.code, { zh: row.nameZh, en: row.nameEn }])),
  };
}

/** Every region and industry by its code: the last version of an industry's name. */
export type AllNames = {
  readonly regions: ReadonlyMap<string, string>;
  readonly industries: ReadonlyMap<string, { readonly zh: string; readonly en: string | null }>;
};

export async function readAllNames(tx: Tx): Promise<AllNames> {
  const regions = await tx.region.findMany({ select: { code: true, nameZh: true } });
  const industries = await tx.industry.findMany({
    select: { code: true, nameZh: true, nameEn: true },
    orderBy: { version: 'asc' },
  });
  return {
    regions: new Map(regions.map(({ code, nameZh }) => [code, nameZh])),
    industries: new Map(industries.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }])),
  };
}

/** The names of some codes out of all of them, as `readCodeNames` reads them. */
export function namesAmong(
  { regions, industries }: AllNames,
  atoms: readonly Atom[],
  more: MoreCodes,
): CodeNames {
  const asked = new Set([...codesOf(atoms, 'region'), ...(more.regions ?? [])]);
  const fields = new Set([...codesOf(atoms, 'industry'), ...(more.industries ?? [])]);
  return {
    region: Object.fromEntries([...asked].map((code) => [code, regions.get(fullCode(code)) ?? code])),
    industry: Object.fromEntries(
      [...fields].flatMap((code) => {
        const name = industries.get(code);
        return name ? [[code, name] as const] : [];
      }),
    ),
  };
}

const codesOf = (atoms: readonly Atom[], kind: 'region' | 'industry'): string[] =>
  atoms.flatMap((atom) => (atom.kind === kind ? [...atom.in] : []));
