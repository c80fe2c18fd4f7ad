import type { Atom } from '~/domain/product/predicate.ts';
import type { Tx } from '~/server/db/client.ts';

/** Names of the regions and industries that conditions mention, by the code or prefix they use. */
export type CodeNames = {
  readonly region: { readonly [code: string]: string };
  readonly industry: { readonly [code: string]: { readonly zh: string; readonly en: string | null } };
};

/** `64` is the province 640000, `6401` the prefecture 640100. */
const fullCode = (prefix: string): string => prefix.padEnd(6, '0');

/** Names for the codes of conditions, and for codes of a firm that are shown beside them. */
export async function readCodeNames(
  tx: Tx,
  atoms: readonly Atom[],
  more: { readonly regions?: readonly string[]; readonly industries?: readonly string[] } = {},
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

const codesOf = (atoms: readonly Atom[], kind: 'region' | 'industry'): string[] =>
  atoms.flatMap((atom) => (atom.kind === kind ? [...atom.in] : []));
