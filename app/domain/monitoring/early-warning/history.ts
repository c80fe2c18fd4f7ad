import { addMonths, type Day, daysBetween } from '~/domain/kernel/day.ts';

/** One line of a tax return or demand (税款征收): what was to pay for a period, in yuan; a late fee (滞纳金) apart. */
export type TaxLine = {
  readonly endedOn: Day | null;
  readonly category: string;
  readonly isLateFee: boolean;
  readonly amount: number | null;
};

/** What a report in the media says of a firm. */
export type NewsTone = 'positive' | 'neutral' | 'negative';
export type NewsItem = { readonly publishedOn: Day | null; readonly tone: NewsTone };

/** Figures of one annual report (年报); a figure that was not given is absent. */
export type AnnualReport = { readonly year: number; readonly figures: { readonly [name: string]: number } };

/** What was known of a firm before the outcome: the input of the early-warning score. */
export type WatchedHistory = {
  readonly taxes: readonly TaxLine[];
  readonly news: readonly NewsItem[];
  readonly reports: readonly AnnualReport[];
  /** Counts of records by kind, such as judgments; a kind without a row is absent, which is not the same as none. */
  readonly counts: { readonly [kind: string]: number };
};

/** The features by name; null is "not known", which the card holds in a bin of its own. */
export type Features = { readonly [name: string]: number | null };

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
const age = (on: Day | null, asOf: Day): number | null => (on === null ? null : daysBetween(on, asOf));

const taxNames = ['lines', 'months', 'total', 'largest', 'late-fees', 'categories', 'age', 'fall'] as const;

/** How far the last two quarters of the own record fell behind the same two a year before, in thousandths; null without both. */
function taxFall(lines: readonly TaxLine[]): number | null {
  const last = latest(lines.map((line) => line.endedOn));
  if (last === null) return null;
  const within = (from: Day, until: Day) =>
    sum(
      lines.flatMap((l) =>
        l.endedOn !== null && l.endedOn > from && l.endedOn <= until ? [l.amount ?? 0] : [],
      ),
    );
  const now = within(addMonths(last, -6), last);
  const before = within(addMonths(last, -18), addMonths(last, -12));
  return before > 0 ? Math.round(((now - before) / before) * 1000) : null;
}

function ofTaxes(lines: readonly TaxLine[], asOf: Day): Features {
  if (lines.length === 0) return Object.fromEntries(taxNames.map((name) => [`tax.${name}`, null]));
  const amounts = lines.flatMap((line) => line.amount ?? []);
  return {
    'tax.lines': lines.length,
    'tax.months': new Set(lines.map((line) => line.endedOn?.slice(0, 7))).size,
    'tax.total': Math.round(sum(amounts)),
    'tax.largest': Math.round(Math.max(0, ...amounts)),
    'tax.late-fees': lines.filter((line) => line.isLateFee).length,
    'tax.categories': new Set(lines.map((line) => line.category)).size,
    'tax.age': age(latest(lines.map((line) => line.endedOn)), asOf),
    'tax.fall': taxFall(lines),
  };
}

function ofNews(news: readonly NewsItem[], asOf: Day): Features {
  const of = (tone: NewsTone) => news.filter((item) => item.tone === tone);
  const known = news.length > 0;
  const count = (items: readonly NewsItem[]) => (known ? items.length : null);
  return {
    'news.items': count(news),
    'news.positive': count(of('positive')),
    'news.negative': count(of('negative')),
    'news.negative-share': known ? Math.round((of('negative').length / news.length) * 1000) : null,
    'news.age': age(latest(news.map((item) => item.publishedOn)), asOf),
    'news.negative-age': age(latest(of('negative').map((item) => item.publishedOn)), asOf),
  };
}

/** Of each figure the latest that was given, and how it changed against the report before. */
function ofReports(reports: readonly AnnualReport[], names: readonly string[]): Features {
  const inOrder = [...reports].sort((a, b) => b.year - a.year);
  const years = inOrder.map((report) => report.year);
  const figures = names.flatMap((name): [string, number | null][] => {
    const given = inOrder.flatMap((report) => report.figures[name] ?? []);
    const [now, before] = given;
    return [
      [`report.${name}`, now ?? null],
      [`report.${name}-change`, now === undefined || before === undefined ? null : now - before],
    ];
  });
  return {
    'report.years': reports.length > 0 ? new Set(years).size : null,
    'report.latest': years[0] ?? null,
    'report.earliest': years.at(-1) ?? null,
    'report.given': inOrder[0] ? Object.keys(inOrder[0].figures).length : null,
    ...Object.fromEntries(figures),
  };
}

/**
 * The features of the early-warning score (预警分) as of a day: tax paid and its fall (§2.11 tax family), late fees, the
 * tone of the news (media family), staff and shares in annual reports (operation family), judgments (litigation family).
 * All firms get the same names in the same order. Amounts in yuan, ages in days, shares and falls in thousandths.
 */
export function earlyWarningFeatures(
  history: WatchedHistory,
  names: { readonly figures: readonly string[]; readonly counts: readonly string[] },
  asOf: Day,
): Features {
  return {
    ...ofTaxes(history.taxes, asOf),
    ...ofNews(history.news, asOf),
    ...ofReports(history.reports, names.figures),
    ...Object.fromEntries(names.counts.map((kind) => [`count.${kind}`, history.counts[kind] ?? null])),
  };
}
