import { z } from 'zod';
import {
  type Classed,
  kindsIn,
  latestOfEach,
  type RepairRegime,
  type RepairRules,
  repairClasses,
  repairDuties,
} from '~/domain/repair/regime.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { termSchema } from '~/server/objection/read-regimes.ts';
import { allRules, ruleVersion } from '~/server/objection/store-policy.ts';
import type { VersionRow } from '~/server/objection/store-record.ts';

const months = z.object({ earliestMonths: z.number().int().min(0), latestMonths: z.number().int().min(1) });

export const repairRulesSchema: z.ZodType<RepairRules> = z.object({
  classes: z.object({ minor: months, general: months, serious: months }),
  classify: z.array(
    z.object({
      item: z.string(),
      category: z.string().nullable(),
      kinds: z.array(z.string().min(1)).min(1).optional(),
      class: z.enum(repairClasses),
    }),
  ),
  duties: z.array(z.enum(repairDuties)),
  accept: termSchema,
  decide: termSchema,
  shield: z.object({ decide: termSchema }),
});

/** What the class of a stored record follows from. */
export const classed = ({
  item,
  category,
  detail,
}: Pick<VersionRow, 'item' | 'category' | 'detail'>): Classed => ({
  ...{ item, category },
  kinds: kindsIn(detail?.kinds),
  fields: kindsIn(detail?.field),
});

/** A regime with its words, for the pages that quote it. */
export type RepairRegimeRead = RepairRegime & {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly unverified: readonly string[];
};

/** Every regime of repair there was and is, as it stands today, the earliest first. */
export const readRepairRegimes = async (tx: Tx): Promise<RepairRegimeRead[]> =>
  latestOfEach((await allRules(tx, 'repair')).map(regimeOf));

/** The regime that a file was handed in under, also when a later version stands in its place. */
export async function repairRegimeOf(tx: Tx, version: number): Promise<RepairRegimeRead> {
  return regimeOf(await ruleVersion(tx, 'repair', version));
}

const regimeOf = (row: Awaited<ReturnType<typeof ruleVersion>>): RepairRegimeRead => ({
  ...repairRulesSchema.parse(row.body),
  version: row.version,
  validFrom: dayOfDate(row.validFrom),
  validTo: row.validTo && dayOfDate(row.validTo),
  nameZh: row.nameZh,
  nameEn: row.nameEn,
  legalBasis: row.legalBasis,
  legalBasisEn: row.legalBasisEn,
  unverified: row.unverified,
});
