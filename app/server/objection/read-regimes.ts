import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import { type ObjectionRegime, regimeOf } from '~/domain/objection/regime.ts';
import type { Tx } from '~/server/db/client.ts';
import { rulesInForce, ruleVersion } from '~/server/objection/store-policy.ts';

export const termSchema = z.object({
  days: z.number().int().min(0).max(400),
  unit: z.enum(['working', 'calendar']),
});

export const objectionRegimeSchema: z.ZodType<ObjectionRegime> = z.object({
  regions: z.array(z.string().regex(/^\d{2,6}$/)),
  check: termSchema.nullable(),
  forward: termSchema.nullable(),
  answer: termSchema.nullable(),
  extension: termSchema.nullable(),
  correct: termSchema.nullable(),
  total: termSchema.nullable(),
  suspendsOnForward: z.boolean(),
  appeal: termSchema,
  review: termSchema,
});

export type RegimeInForce = ObjectionRegime & {
  readonly code: string;
  readonly version: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly unverified: readonly string[];
};

type Row = Awaited<ReturnType<typeof rulesInForce>>[number];

const asRegime = ({ body, ...row }: Row): RegimeInForce => ({
  ...objectionRegimeSchema.parse(body),
  code: row.code,
  version: row.version,
  nameZh: row.nameZh,
  nameEn: row.nameEn,
  legalBasis: row.legalBasis,
  legalBasisEn: row.legalBasisEn,
  unverified: row.unverified,
});

/** The regime that an objection filed on a day in a place is handled by. */
export async function regimeFor(tx: Tx, regionCode: string | null, on: Day): Promise<RegimeInForce> {
  return regimeOf((await rulesInForce(tx, 'objection', on)).map(asRegime), regionCode);
}

/** A regime by code and version: an objection is handled to its end by the rule that it was filed under. */
export async function regimeNamed(tx: Tx, code: string, version: number): Promise<RegimeInForce> {
  return asRegime(await ruleVersion(tx, code, version));
}
