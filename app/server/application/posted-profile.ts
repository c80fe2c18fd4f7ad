import { z } from 'zod';
import { standardNames } from '~/domain/application/standards.ts';
import { addMonths, type Day, monthsBetween } from '~/domain/kernel/day.ts';
import type { Need } from '~/domain/need/need.ts';
import { collaterals, firmKinds, gradeLadder, purposes, sizeClasses } from '~/domain/product/vocabulary.ts';
import { countAlike, type Stroke } from '~/server/application/store-alike.ts';
import type { Tx } from '~/server/db/client.ts';
import type { LoadedApplicant } from '~/server/match/load-applicant.ts';

/** What banks read of a posted need: its terms and the firm in broad strokes; nothing else leaves the firm's file. */
export const profileSchema = z.object({
  amountFen: z.string().regex(/^\d{1,18}$/),
  termMonths: z.number().int(),
  purpose: z.enum(purposes),
  collateral: z.array(z.enum(collaterals)),
  kind: z.enum(firmKinds),
  size: z.enum(sizeClasses).nullable(),
  region: z.string().nullable(),
  industry: z.string().nullable(),
  /** Whole years since the firm was established, told as a floor: 0, 1, 3, 5, 10. */
  years: z.number().int().nullable(),
  grade: z.enum(gradeLadder).nullable(),
  /** Firms on record that these strokes fit; null where the firm is named. */
  alike: z.number().int().nullable(),
  /** The five standards of a recommended firm, and those that the review vouched for; absent for any other posting. */
  standards: z
    .array(
      z.object({
        standard: z.enum(standardNames),
        verdict: z.enum(['met', 'failed', 'unknown']),
        vouched: z.boolean(),
      }),
    )
    .optional(),
});
export type PostedProfile = z.output<typeof profileSchema>;

const floors = [10, 5, 3, 1, 0];

function yearsOf(establishedOn: Day | null, today: Day): number | null {
  if (establishedOn === null || establishedOn > today) return null;
  const months = monthsBetween(establishedOn, today);
  const whole = addMonths(establishedOn, months) > today ? months - 1 : months;
  return floors.find((floor) => floor * 12 <= whole) ?? 0;
}

/** From fine to broad: the finest that fits enough firms is told. */
function strokesOf({ record }: LoadedApplicant): Stroke[] {
  const [province = null, prefecture = province] = record.regionPath;
  const [section = null, division = section] = record.industryPath;
  return [
    { region: prefecture, industry: division },
    { region: prefecture, industry: section },
    { region: province, industry: section },
    { region: province, industry: null },
    { region: null, industry: null },
  ];
}

/** What banks would read. An anonymous firm is told only in strokes that fit at least `leastAlike` firms. */
export async function profileOf(
  tx: Tx,
  need: Need,
  loaded: LoadedApplicant,
  { named, leastAlike }: { readonly named: boolean; readonly leastAlike: number },
): Promise<PostedProfile> {
  const { applicant } = loaded;
  const { kind, size, establishedOn } = applicant.firm;
  const strokes = strokesOf(loaded);
  const counted = named ? [] : await countAlike(tx, strokes, { kind, size });
  const at = named ? 0 : counted.findIndex((alike) => alike >= leastAlike);
  const told = strokes[at] ?? { region: null, industry: null };
  const isBroadest = !named && at < 0;
  return {
    amountFen: String(need.amountFen),
    termMonths: need.termMonths,
    purpose: need.purpose,
    collateral: [...need.collateral],
    kind,
    size: isBroadest ? null : size,
    region: told.region,
    industry: told.industry,
    years: isBroadest ? null : yearsOf(establishedOn, applicant.today),
    grade: applicant.score?.grade ?? null,
    alike: named ? null : (counted[at] ?? 0),
  };
}
