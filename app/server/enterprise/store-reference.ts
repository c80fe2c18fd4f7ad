import { z } from 'zod';
import type { Industry, IndustryLevel } from '~/domain/enterprise/industry.ts';
import type { SizeTable } from '~/domain/enterprise/size.ts';
import type { RegionStanding } from '~/domain/enterprise/uscc.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { literally } from '~/server/db/sql-text.ts';

/** The classification that firms register under; the version is stored with each firm. */
export const industryVersion = 'GB/T 4754-2017';

const floors = z.object({ large: z.number(), medium: z.number(), small: z.number() });
const sizeTable = z.object({
  industries: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      en: z.string(),
      industryCodes: z.array(z.string()),
      floors: z.object({
        employees: floors.exactOptional(),
        revenueWan: floors.exactOptional(),
        assetsWan: floors.exactOptional(),
      }),
    }),
  ),
});

/** The size standard in force on a day (工信部联企业〔2011〕300号 until it is revised). A gap in it is a fault. */
export async function readSizeTable(tx: Tx, on: Day): Promise<SizeTable> {
  const date = dateOfDay(on);
  const row = await tx.policyVersion.findFirst({
    where: {
      code: 'sme-size',
      validFrom: { lte: date },
      OR: [{ validTo: null }, { validTo: { gte: date } }],
    },
    orderBy: { version: 'desc' },
  });
  if (!row) throw new Error(`no size standard in force on ${on}`);
  return sizeTable.parse(row.body);
}

export type IndustryOption = Industry & { readonly sectionZh: string; readonly sectionEn: string | null };

type IndustryRow = {
  code: string;
  level: string;
  parent_code: string | null;
  section: string;
  name_zh: string;
  name_en: string | null;
  section_zh: string;
  section_en: string | null;
};

const industryOf = (row: IndustryRow): IndustryOption => ({
  code: row.code,
  level: row.level as IndustryLevel,
  parentCode: row.parent_code,
  section: row.section,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  sectionZh: row.section_zh,
  sectionEn: row.section_en,
});

/** What was typed as a part of a name, and, if it is digits, as the beginning of a code. */
const patternsOf = (typed: string) => ({
  part: `%${literally(typed)}%`,
  start: /^\d+$/.test(typed) ? `${typed}%` : '',
});

/**
 * Industries whose code begins with what was typed or whose name holds it; a section's name in either language brings
 * what lies in it. Exact first, then the most specific.
 */
export async function searchIndustries(tx: Tx, typed: string, limit: number): Promise<IndustryOption[]> {
  const { part, start } = patternsOf(typed);
  const rows = await tx.$queryRaw<IndustryRow[]>`
    select i.code, i.level, i.parent_code, i.section, i.name_zh, i.name_en, s.name_zh as section_zh, s.name_en as section_en
    from industry i join industry s on s.code = i.section and s.version = i.version
    where i.version = ${industryVersion} and i.level <> 'section'
      and (i.code like ${start} or i.name_zh ilike ${part}
           or s.name_zh ilike ${part} or s.name_en ilike ${part})
    order by i.code <> ${typed}, i.name_zh <> ${typed}, i.name_zh not ilike ${part},
             case i.level when 'class' then 0 when 'group' then 1 else 2 end, length(i.name_zh), i.code
    limit ${limit}`;
  return rows.map(industryOf);
}

export async function findIndustry(tx: Tx, code: string): Promise<IndustryOption | null> {
  const [row] = await tx.$queryRaw<IndustryRow[]>`
    select i.code, i.level, i.parent_code, i.section, i.name_zh, i.name_en, s.name_zh as section_zh, s.name_en as section_en
    from industry i join industry s on s.code = i.section and s.version = i.version
    where i.version = ${industryVersion} and i.code = ${code}`;
  return row ? industryOf(row) : null;
}

/** The section letter of each two-digit division, which the digits of a code do not tell. */
export async function readSections(tx: Tx): Promise<{ readonly [division: string]: string }> {
  const rows = await tx.industry.findMany({
    where: { version: industryVersion, level: 'division' },
    select: { code: true, section: true },
  });
  return Object.fromEntries(rows.map((row) => [row.code, row.section]));
}

export type RegionOption = {
  readonly code: string;
  /** From the province down. */
  readonly namesZh: readonly string[];
  readonly standing: NonNullable<ReturnType<RegionStanding>>;
};

type RegionRow = { code: string; level: string; current: boolean; names: string[] };

const regionOf = (row: RegionRow): RegionOption => ({
  code: row.code,
  namesZh: row.names.filter((name, at) => name !== row.names[at - 1]),
  standing: row.level === 'registry' ? 'outside' : row.current ? 'current' : 'abolished',
});

/** Current divisions by the beginning of their code or a part of their name, counties last because they are many. */
export async function searchRegions(tx: Tx, typed: string, limit: number): Promise<RegionOption[]> {
  const { part, start } = patternsOf(typed);
  const rows = await tx.$queryRaw<RegionRow[]>`
    select r.code, r.level, r.current, array_remove(array[pp.name_zh, p.name_zh, r.name_zh], null) as names
    from region r left join region p on p.code = r.parent_code left join region pp on pp.code = p.parent_code
    where r.current and r.level <> 'province'
      and (r.code like ${start} or concat(pp.name_zh, p.name_zh, r.name_zh) like ${part})
    order by r.name_zh not like ${part}, case r.level when 'prefecture' then 0 else 1 end, r.code
    limit ${limit}`;
  return rows.map(regionOf);
}

/** A division by its code, also an abolished one or one outside GB/T 2260. */
export async function findRegion(tx: Tx, code: string): Promise<RegionOption | null> {
  const [row] = await tx.$queryRaw<RegionRow[]>`
    select r.code, r.level, r.current, array_remove(array[pp.name_zh, p.name_zh, r.name_zh], null) as names
    from region r left join region p on p.code = r.parent_code left join region pp on pp.code = p.parent_code
    where r.code = ${code}`;
  return row ? regionOf(row) : null;
}

/** The sections of industries, A to T, with their names. */
export async function readSectionNames(tx: Tx): Promise<{ code: string; zh: string; en: string }[]> {
  const rows = await tx.industry.findMany({
    where: { version: industryVersion, level: 'section' },
    orderBy: { code: 'asc' },
  });
  return rows.map((row) => ({ code: row.code, zh: row.nameZh, en: row.nameEn ?? row.nameZh }));
}
