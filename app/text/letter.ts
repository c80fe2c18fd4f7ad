import type { Locale } from '~/text/define.ts';
import { translate } from '~/text/define.ts';
import { showCount, showDay, showPoints } from '~/text/format.ts';
import { letterText } from '~/text/scorecard.ts';

type Named = { readonly zh: string; readonly en: string };
type Facts = {
  readonly name: Named;
  readonly provider: Named;
  readonly lastDelivery: string | null;
  readonly freshDays: number;
  readonly lateDays: number;
  readonly points: number;
  readonly features: readonly unknown[];
  readonly products: readonly unknown[];
  readonly held: { readonly pending: number; readonly firms: number };
  readonly today: string;
};

/** The letter to the department that supplies an item, in a language. */
export function letterOf(of: Facts, locale: Locale): string {
  const named = (name: Named) => (locale === 'en' ? name.en : name.zh);
  return translate(letterText, locale)('letter.body', {
    provider: named(of.provider),
    item: named(of.name),
    last: of.lastDelivery && showDay(of.lastDelivery, locale),
    freshDays: of.freshDays,
    lateDays: of.lateDays,
    features: of.features.length,
    points: showPoints(of.points),
    products: of.products.length,
    pending: showCount(of.held.pending, locale),
    firms: showCount(of.held.firms, locale),
    day: showDay(of.today, locale),
  });
}
