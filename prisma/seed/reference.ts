import { readReference } from '#prisma/seed/read-csv.ts';
import { percent } from '~/domain/kernel/rate.ts';
import type { Tx } from '~/server/db/client.ts';

/** Administrative divisions, industries and LPR: facts that ship with the product. */
export async function seedReferenceTables(tx: Tx): Promise<void> {
  await seedRegions(tx);
  await seedIndustries(tx);
  await seedLpr(tx);
}

async function seedRegions(tx: Tx): Promise<void> {
  const rows = readReference('gbt2260_divisions.csv');
  const latest = new Map<string, Record<string, string>>();
  for (const row of rows)
    if (row.status === 'active' || !latest.has(row.code ?? '')) latest.set(row.code ?? '', row);
  const data = [...latest.values()].map((r) => ({
    code: r.code ?? '',
    nameZh: r.name_zh ?? '',
    level: r.level ?? 'county',
    parentCode: r.parent_code || null,
    current: r.status === 'active',
    successorCodes: (r.successor_codes ?? '').split(/[;|,\s]+/).filter(Boolean),
  }));
  await tx.region.createMany({ data: [...data, ...codesOutside(data)], skipDuplicates: true });
}

type RegionRow = { readonly code: string; readonly nameZh: string };

/**
 * Codes that registering authorities use in credit codes although GB/T 2260 does not list them (3.7 % of real codes):
 * each stands for the prefecture, else the province, whose digits it begins with.
 */
function codesOutside(regions: readonly RegionRow[]) {
  const known = new Map(regions.map((region) => [region.code, region]));
  return readReference('uscc_region_codes_outside_gbt2260.csv').flatMap(({ region_code: code = '' }) => {
    const parent = known.get(`${code.slice(0, 4)}00`) ?? known.get(`${code.slice(0, 2)}0000`);
    if (!parent || known.has(code)) return [];
    const { nameZh, code: parentCode } = parent;
    return [{ code, nameZh, level: 'registry', parentCode, current: false, successorCodes: [] }];
  });
}

async function seedIndustries(tx: Tx): Promise<void> {
  const data = readReference('gbt4754_2017.csv').map((r) => ({
    code: r.code ?? '',
    version: 'GB/T 4754-2017',
    level: r.level ?? '',
    parentCode: r.parent || null,
    section: r.section ?? '',
    nameZh: r.name_zh ?? '',
    nameEn: r.name_en || null,
  }));
  await tx.industry.createMany({ data, skipDuplicates: true });
}

async function seedLpr(tx: Tx): Promise<void> {
  const data = readReference('lpr_history.csv').map((r) => ({
    publishedOn: new Date(`${r.publish_date}T00:00:00Z`),
    oneYearPpm: percent(r.lpr_1y_pct ?? ''),
    fiveYearPpm: percent(r.lpr_5y_plus_pct ?? ''),
  }));
  await tx.lprQuote.createMany({ data, skipDuplicates: true });
}
