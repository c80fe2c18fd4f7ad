import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { shelfOf } from '~/domain/match/match.ts';
import { verdictIn } from '~/domain/match/standings.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
import type { ScoreResult } from '~/domain/score/sheet.ts';
import type { Tx } from '~/server/db/client.ts';
import { loadApplicant } from '~/server/match/load-applicant.ts';
import { needsOf } from '~/server/need/store.ts';
import { publishedProducts } from '~/server/product/store.ts';

type Named = { readonly id: string; readonly nameZh: string; readonly nameEn: string };

/** A score that is worked out for a day. */
export type ScoreOn = { readonly result: ScoreResult; readonly on: Day };

/** What the matcher says otherwise: products that the firm could newly apply for, and those that it no longer could. */
export type Difference = { readonly opened: readonly Named[]; readonly closed: readonly Named[] };

export type Shelf = {
  /** Against the match of today, or against another score. */
  difference(after: ScoreOn, before?: ScoreOn): Difference;
};

/** The published products, held by the conditions of the real matcher against what the firm is and might be. */
export async function openShelf(tx: Tx, enterpriseId: EnterpriseId, card: Card): Promise<Shelf> {
  const needs = await needsOf(tx, enterpriseId);
  const need = needs.find(({ state }) => state === 'open') ?? defaultNeed;
  const { applicant } = await loadApplicant(tx, enterpriseId, need);
  const products = await publishedProducts(tx);
  const { conditions } = shelfOf(products);
  const openTo = (of: Applicant): ReadonlySet<string> => {
    const standings = conditions.stand(of);
    const open = products.filter((_, place) => verdictIn(standings, place) !== 'fail');
    return new Set(open.map(({ id }) => id));
  };
  const now = openTo(applicant);
  const named = (ids: ReadonlySet<string>, without: ReadonlySet<string>): Named[] =>
    products
      .filter(({ id }) => ids.has(id) && !without.has(id))
      .map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }));
  return {
    difference(after, before) {
      const then = openTo(applicantWith(applicant, card, after));
      const first = before ? openTo(applicantWith(applicant, card, before)) : now;
      return { opened: named(then, first), closed: named(first, then) };
    },
  };
}

/** The firm as the matcher would see it with this score on that day. */
function applicantWith(applicant: Applicant, card: Card, { result, on }: ScoreOn): Applicant {
  const features = new Map(applicant.features);
  cardFeatures(card).forEach((code, at) => {
    const value = result.features[at];
    if (value === null || value === undefined) features.delete(code);
    else features.set(code, value);
  });
  const grade = result.grade === 'insufficient' ? null : result.grade;
  const score = applicant.score && { ...applicant.score, grade, milliPoints: result.milliPoints };
  return { ...applicant, today: on, features, score };
}
