import { readReference } from '#prisma/seed/read-csv.ts';
import { addDays, addMonths, type Day, daysBetween } from '~/domain/kernel/day.ts';
import specs from './events.json' with { type: 'json' };
import type { ProvinceFirm } from './firms.ts';
import { type Random, random } from './random.ts';
import type { SourceRow, Supply } from './supply.ts';

/** How records of one item are spread over the firms. Prevalence is of all firms, as in the reference table. */
type Spec = {
  readonly item: string;
  readonly share?: number;
  /** A column of `jinan_public_record_distribution.csv`: prevalence and counts are those of 73,536 real firms. */
  readonly jinan?: string;
  /** One record a firm, whatever the reference counts. */
  readonly single?: boolean;
  /** How much a firm's quality moves its odds: negative for bad records. */
  readonly lean: number;
  readonly counts?: Readonly<Record<string, number>>;
  /** How far back records reach. */
  readonly months: number;
  readonly categories?: Readonly<Record<string, number>>;
  /** Median in yuan and spread (deviation of its logarithm). */
  readonly yuan?: readonly number[];
  readonly quantity?: readonly number[];
  readonly quantityBy?: Readonly<Record<string, readonly number[]>>;
  readonly shareBy?: Readonly<Record<string, string>>;
  /** Share of records that end, and after how many months about. */
  readonly ended?: number;
  readonly lasts?: number;
  /** A term fixed from the beginning, such as a licence's. */
  readonly validMonths?: number;
  readonly kind?: string;
  /** The record names a company that buys. */
  readonly buyer?: boolean;
  readonly sections?: readonly string[];
};

/** Records of events for all firms, item by item. */
export const makeEvents = (firms: readonly ProvinceFirm[], base: Day): Supply[] =>
  (specs as readonly Spec[]).map((spec) => ({ item: spec.item, rows: rowsOf(spec, firms, base) }));

function rowsOf(spec: Spec, firms: readonly ProvinceFirm[], base: Day): SourceRow[] {
  const { share, counts } = prevalence(spec);
  const eligible = firms.filter(
    ({ kind, section, hasStory }) =>
      !(hasStory && spec.lean < 0) &&
      (!spec.kind || spec.kind === kind) &&
      (!spec.sections || spec.sections.includes(section)),
  );
  const buyers = spec.buyer ? firms.filter(({ kind }) => kind === 'company') : [];
  const weights = eligible.map(({ quality }) => Math.exp(spec.lean * quality));
  const scale = (share * firms.length) / weights.reduce((sum, weight) => sum + weight, 0);
  return eligible.flatMap((firm, i) => {
    const r = random(`${spec.item} ${firm.no}`);
    if (!r.chance(scale * (weights[i] ?? 0))) return [];
    const count = spec.single ? 1 : Number(r.weighted(counts));
    return Array.from({ length: count }, (_, n) => ({
      ...rowOf(spec, firm, n, r, base),
      ...buyerOf(buyers, firm, n),
    }));
  });
}

function prevalence(spec: Spec): { share: number; counts: Readonly<Record<string, number>> } {
  if (!spec.jinan) return { share: spec.share ?? 0, counts: spec.counts ?? { '1': 1 } };
  const row = readReference('jinan_public_record_distribution.csv').find((r) => r.record_type === spec.jinan);
  if (!row) throw new Error(`the reference table has no ${spec.jinan}`);
  return {
    share: Number(row.share_of_all),
    counts: JSON.parse(row.top_values ?? '{}') as Record<string, number>,
  };
}

function rowOf(spec: Spec, firm: ProvinceFirm, n: number, r: Random, base: Day): SourceRow {
  const age = daysBetween(firm.establishedOn, base);
  const date = addDays(base, -r.whole(3, Math.max(4, Math.min(age, spec.months * 30))));
  const category = spec.categories && r.weighted(spec.categories);
  const end = endOf(spec, date, r);
  const knownOn = addDays(date, r.whole(2, 20));
  const ends = end && { end: end.on, endKnownOn: end.fixed ? knownOn : addDays(end.on, r.whole(1, 10)) };
  return {
    uscc: firm.uscc,
    recordNo: `${spec.item.slice(0, 3).toUpperCase()}-${firm.uscc.slice(8, 17)}-${n + 1}`,
    date,
    ...(spec.yuan && { yuan: amountOf(spec.yuan, firm, r) }),
    ...quantityOf(spec, category, r),
    ...(category && { category }),
    ...ends,
    knownOn,
  };
}

/** Who buys: a firm keeps to a few customers, and firms with a story buy more than others. */
function buyerOf(buyers: readonly ProvinceFirm[], firm: ProvinceFirm, n: number) {
  const r = random(`buyer ${firm.no} ${n % 3}`);
  const known = buyers.filter(({ hasStory }) => hasStory);
  const buyer = r.chance(0.3) && known.length > 0 ? r.pick(known) : buyers.length > 0 && r.pick(buyers);
  return buyer && buyer !== firm ? { reference: buyer.uscc, note: buyer.name } : {};
}

function endOf(spec: Spec, date: Day, r: Random): { on: Day; fixed: boolean } | null {
  if (spec.validMonths) return { on: addMonths(date, spec.validMonths), fixed: true };
  if (!spec.ended || !r.chance(spec.ended)) return null;
  return { on: addDays(date, Math.round((spec.lasts ?? 6) * 30 * (0.3 + 1.4 * r.next()))), fixed: false };
}

/** Larger firms have larger amounts. */
function amountOf(yuan: readonly number[], firm: ProvinceFirm, r: Random): string {
  const [median = 0, spread = 0] = yuan;
  return (median * (firm.employees / 7) ** 0.4 * Math.exp(spread * r.normal())).toFixed(2);
}

function quantityOf(spec: Spec, category: string | undefined, r: Random): { quantity?: string } {
  const share = spec.shareBy?.[category ?? ''];
  if (share) return { quantity: share };
  const [least, most] = spec.quantityBy?.[category ?? ''] ?? spec.quantity ?? [];
  return least === undefined || most === undefined ? {} : { quantity: String(r.whole(least, most)) };
}
