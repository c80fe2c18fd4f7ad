import { day } from '~/domain/kernel/day.ts';
import { measureSchema, type QualityDimension } from '~/domain/record/quality-rule.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { addQualityRules } from '~/server/record/store-quality.ts';
import rules from './quality/rules.json' with { type: 'json' };

/** The rules that the platform ships, in their first version. Repeating it adds nothing. */
export const seedQualityRules = (tx: Tx) =>
  addQualityRules(
    tx,
    rules.rules.map(({ zh, en, ...rule }) => ({
      ...rule,
      version: 1,
      dimension: rule.dimension as QualityDimension,
      measure: measureSchema.parse(rule.measure),
      nameZh: zh,
      nameEn: en,
      validFrom: dateOfDay(day('2026-01-01')),
    })),
  );
