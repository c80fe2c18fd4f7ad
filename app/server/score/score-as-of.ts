import { computeFeatures, type FeatureSet, openLens } from '~/domain/feature/compute.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { isIdentified, populationOf } from '~/domain/feature/population.ts';
import type { EvaluationConsent } from '~/domain/feature/scope.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Card, Grade } from '~/domain/score/card.ts';
import { scoreFirm } from '~/domain/score/score.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { ScoreSheet as SheetRow } from '~/server/db/prisma/client.ts';
import { readFeatureFacts, readSubject, readSupplies } from '~/server/feature/store.ts';
import { definitionsOf } from '~/server/score/explain-sheet.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf, evaluationConsent } from '~/server/score/store.ts';
import { evaluationScope, sheetMadeBy } from '~/server/score/store-as-of.ts';

export type ScoreAsOf = {
  readonly scope: 'public' | 'full';
  readonly card: Card;
  readonly asOf: Day;
  /** Facts that came later did not count. */
  readonly knownAt: Date;
  readonly milliPoints: number | null;
  readonly grade: Grade | null;
  readonly coveragePpm: number;
  /** In the order of the card's features; null is unknown. */
  readonly values: readonly (number | null)[];
  /** The facts behind each value, as they were known. */
  readonly features: FeatureSet;
};

type Asked = {
  readonly enterpriseId: EnterpriseId;
  readonly at: Date;
  /** Rows that count on no day for this reader: what was sealed since. */
  readonly without: ReadonlySet<string>;
  /** Whether the evaluation consent of then has to be in force still: others than the subject and the audit role. */
  readonly needsConsent: boolean;
};

/**
 * The score that stood at an instant. The subject and the audit role read the sheet as it was made; for others it is worked
 * out anew, from what was known then, by the card and in the scope of that sheet, without the records that are sealed by
 * now: the same to the bit where none is. Null where there was no sheet yet.
 */
export async function scoreAsOf(tx: Tx, asked: Asked): Promise<ScoreAsOf | null> {
  const row = await sheetOf(tx, asked);
  if (!row) return null;
  const { enterpriseId } = asked;
  const card = await cardOf(tx, row.cardVersion);
  const consent = row.consentId ? await evaluationScope(tx, enterpriseId, row.consentId) : null;
  const known = await featuresOf(tx, row, card, consent);
  const moment = {
    scope: row.scope as ScoreAsOf['scope'],
    card,
    asOf: dayOfDate(row.asOf),
    knownAt: row.knownAt,
  };
  const kept = known.facts.filter(({ id }) => !asked.without.has(id));
  if (kept.length === known.facts.length) {
    const values = readValues(row.features, row.missing);
    const { milliPoints, grade, coveragePpm } = row;
    return {
      ...moment,
      milliPoints,
      grade: gradeOf(grade),
      coveragePpm,
      values,
      features: known.compute(kept),
    };
  }
  const features = known.compute(kept);
  const { milliPoints, grade, coveragePpm, features: values } = scoreFirm(card, features);
  return { ...moment, milliPoints, grade: gradeOf(grade), coveragePpm, values, features };
}

const gradeOf = (grade: string): Grade | null => (grade === 'insufficient' ? null : (grade as Grade));

/** The full sheet while its consent was in force, else the public one, as pages showed it then. */
async function sheetOf(tx: Tx, { enterpriseId, at, needsConsent }: Asked): Promise<SheetRow | null> {
  const then = await evaluationConsent(tx, enterpriseId, at);
  const now = needsConsent ? await evaluationConsent(tx, enterpriseId, clock.now()) : then;
  const consentId = then === now ? then : null;
  const full = consentId && (await sheetMadeBy(tx, enterpriseId, { at, consentId }));
  return full || sheetMadeBy(tx, enterpriseId, { at, consentId: null });
}

async function featuresOf(tx: Tx, row: SheetRow, card: Card, consent: EvaluationConsent | null) {
  const enterpriseId = row.enterpriseId as EnterpriseId;
  const asOf = dayOfDate(row.asOf);
  const subject = await readSubject(tx, enterpriseId);
  const population = populationOf(subject ?? { source: '', externalId: null });
  const supplies = (await readSupplies(tx, row.knownAt)).get(population) ?? new Map<string, Day>();
  const lens = openLens(definitionsOf(card), await readCatalogue(tx, asOf), { asOf, supplies, consent });
  const items = [...lens.readers.keys(), 'registration.profile'];
  const facts = await readFeatureFacts(tx, enterpriseId, items, row.knownAt);
  const compute = (kept: readonly FeatureFact[]) =>
    computeFeatures(lens, kept, isIdentified(population, kept));
  return { facts, compute };
}
