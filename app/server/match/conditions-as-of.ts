import { featureDefinitions } from '~/domain/feature/definitions.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, ProductId } from '~/domain/kernel/id.ts';
import type { Applicant, NeedTerms } from '~/domain/product/applicant.ts';
import { productBodySchema } from '~/domain/product/body.ts';
import { conditionsOf, type Explanation, explain } from '~/domain/product/explain.ts';
import { atomsOf, type Verdict } from '~/domain/product/predicate.ts';
import { conditionsOfProduct, type Product } from '~/domain/product/product.ts';
import type { Title } from '~/domain/product/vocabulary.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { hadBorrowed, versionOn } from '~/server/match/store-as-of.ts';
import { readFirmRecord } from '~/server/match/store-firm.ts';
import { productAt } from '~/server/product/as-body.ts';
import { productsByIds } from '~/server/product/store.ts';
import { type CodeNames, readCodeNames } from '~/server/product/store-names.ts';
import type { ScoreAsOf } from '~/server/score/score-as-of.ts';

export type ConditionsAsOf = {
  readonly version: number;
  readonly verdict: Verdict;
  readonly conditions: readonly Explanation[];
  readonly names: CodeNames;
};

type Asked = {
  readonly enterpriseId: EnterpriseId;
  readonly productId: ProductId;
  readonly need: NeedTerms;
  readonly on: Day;
  readonly score: ScoreAsOf | null;
  /** Titles that were known to be held then. */
  readonly titles: ReadonlySet<Title>;
  /** Items behind a consent that the reader may see, or all. */
  readonly opened: ReadonlySet<string> | 'all';
  /** Features that rest on a record which the reader may not see. */
  readonly shut: ReadonlySet<string>;
};

/**
 * How a firm met the conditions of a product on a past day: by the version on the shelf then, the score and the features of
 * then. Registration and declared figures keep no history and are those of today. Null where the version of that day was
 * not kept.
 */
export async function conditionsAsOf(tx: Tx, asked: Asked): Promise<ConditionsAsOf | null> {
  const product = await productOn(tx, asked.productId, asked.on);
  if (!product) return null;
  const rule = conditionsOfProduct(product);
  const explained = explain(rule, await applicantThen(tx, asked));
  return {
    version: product.version,
    verdict: explained.verdict,
    conditions: conditionsOf(explained),
    names: await readCodeNames(tx, atomsOf(rule)),
  };
}

async function productOn(
  tx: Tx,
  id: ProductId,
  on: Day,
): Promise<(Product & { readonly version: number }) | null> {
  const [today] = await productsByIds(tx, [id]);
  if (!today) return null;
  const then = await versionOn(tx, id, on);
  if (then === null) return null;
  if (then === 'current') return { ...today, version: 1 };
  return { ...productAt(today, productBodySchema.parse(then.body)), version: then.version };
}

async function applicantThen(tx: Tx, asked: Asked): Promise<Applicant> {
  const { enterpriseId, need, on, score, titles, opened } = asked;
  const record = await readFirmRecord(tx, enterpriseId, on);
  const closedFeatures = new Set([...(await featuresClosedTo(tx, on, opened)), ...asked.shut]);
  const features = featuresOf(score, closedFeatures);
  return {
    today: on,
    firm: record.facts,
    score: score && { scope: score.scope, grade: score.grade, milliPoints: score.milliPoints },
    hasConsented: score?.scope === 'full',
    features,
    closedFeatures,
    titles: titles.size > 0 ? titles : null,
    hasBorrowed: (await hadBorrowed(tx, enterpriseId, on)) || features.has('loan-overdue-days-24m'),
    need,
  };
}

function featuresOf(score: ScoreAsOf | null, closed: ReadonlySet<string>): Map<string, number> {
  if (!score) return new Map();
  return new Map(
    cardFeatures(score.card).flatMap((code, at): [string, number][] => {
      const value = score.values[at];
      return value === null || value === undefined || closed.has(code) ? [] : [[code, value]];
    }),
  );
}

/** Features that read an item behind a consent which the reader may not see. */
async function featuresClosedTo(tx: Tx, on: Day, opened: Asked['opened']): Promise<ReadonlySet<string>> {
  if (opened === 'all') return new Set();
  const catalogue = await readCatalogue(tx, on);
  const isClosed = (item: string) => catalogue.get(item)?.sensitivity !== 'public' && !opened.has(item);
  return new Set(featureDefinitions.filter(({ items }) => items.some(isClosed)).map(({ code }) => code));
}
