import { dayAt, daysBetween } from '~/domain/kernel/day.ts';
import { monthSchema } from '~/domain/modelling/month.ts';
import { type BackTest, promotionRuleSchema, type ShadowRecord } from '~/domain/modelling/promotion.ts';
import { releaseSchema } from '~/domain/modelling/release.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readThresholds } from '~/server/modelling/read-thresholds.ts';
import { type Model, monthsOf } from '~/server/modelling/store.ts';
import { trainingOf } from '~/server/modelling/store-own.ts';
import { shadowFirms } from '~/server/modelling/store-shadow.ts';
import { releaseOfCard, wasBrought } from '~/server/modelling/store-study.ts';
import { readPolicy } from '~/server/policy/store.ts';

/** What a challenger has shown so far, with what it must show; in a transaction of the platform itself. */
export async function readPromotion(tx: Tx, model: Model) {
  const today = clock.today();
  return {
    record: await recordOf(tx, model),
    rule: (await readPolicy(tx, 'card-promotion', today, promotionRuleSchema)).body,
    limits: await readThresholds(tx, today),
  };
}

async function recordOf(tx: Tx, model: Model): Promise<ShadowRecord> {
  const { kind, version, shadowSince } = model;
  return {
    kind,
    days: shadowSince ? daysBetween(dayAt(shadowSince), clock.today()) : 0,
    firms: await shadowFirms(tx, version),
    backTest: await backTestOf(tx, model),
    isBrought: await wasBrought(tx, version),
  };
}

/** On own loans where enough can be judged; else on the test rows of the study or the training that the card came of. */
export async function backTestOf(
  tx: Tx,
  { kind, version }: Pick<Model, 'kind' | 'version'>,
): Promise<BackTest | null> {
  const last = (await monthsOf(tx, version)).at(-1);
  const { aucPpm, ksPpm } = last ? monthSchema.parse(last.body) : { aucPpm: null, ksPpm: null };
  if (aucPpm !== null && ksPpm !== null) return { source: 'loans', aucPpm, ksPpm };
  if (kind === 'rule') return null;
  const released = releaseSchema.safeParse(await releaseOfCard(tx, version));
  if (released.success)
    return {
      source: 'study',
      aucPpm: released.data.testAucCenti * 10_000,
      ksPpm: released.data.testKsCenti * 10_000,
    };
  const ranked = (await trainingOf(tx, version))?.ranked as Ranked | null | undefined;
  const ppm = (value: number) => Math.round(value * 1_000_000);
  return ranked?.test
    ? { source: 'training', aucPpm: ppm(ranked.test.auc), ksPpm: ppm(ranked.test.ks) }
    : null;
}

type Ranked = { readonly test: { readonly auc: number; readonly ks: number } | null };
