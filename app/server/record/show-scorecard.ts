import { freshnessOf } from '~/domain/catalogue/freshness.ts';
import { isDeliverable, type Named } from '~/domain/catalogue/item.ts';
import { addDays, addMonths, type Day, startOf } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { ratioPpm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { byDimension, faultPpm } from '~/domain/record/quality-rule.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { readCatalogue, readLastDeliveries } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { conflictClocks } from '~/server/record/conflict-clocks.ts';
import { countMonths, findProviders, type MonthCount } from '~/server/record/store-deliveries.ts';
import { countUsage, findResults, type ResultRow } from '~/server/record/store-quality.ts';

const months = 12;
const recentDays = 90;
const mostBroken = 60;

type Missing = { readonly code: 'record.provider-not-found' };

/** The scorecard of a department for itself, or of any for the platform: timely, whole, right, and who used what. */
export async function showScorecard(actor: Actor, code: string | null): Promise<Result<Scorecard, Missing>> {
  const provider = await withActor(actor, async (tx) => {
    const all = await findProviders(tx);
    return all.find((each) =>
      code === null ? each.id === asInstitution(actor).institutionId : each.code === code,
    );
  });
  if (!provider) return refuse({ code: 'record.provider-not-found' });
  const id = provider.id as InstitutionId;
  const own = await withActor(actor, (tx) => measured(tx, id));
  // Reads stand in the chains of firms, which no department may open: only their counts leave them here.
  const codes = own.items.map((item) => item.code);
  const since = startOf(addDays(clock.today(), -recentDays));
  const usage = await withActor(system('record.usage'), (tx) => countUsage(tx, codes, since));
  const conflicts = await withActor(system('record.usage'), (tx) => countConflicts(tx, id));
  const nameOf = (item: string): Named =>
    own.items.find((each) => each.code === item)?.name ?? { zh: item, en: item };
  return accept({
    provider: { code: provider.code, name: { zh: provider.name_zh, en: provider.name_en } },
    ...own,
    conflicts,
    usage: usage.map((row) => ({
      item: nameOf(row.item),
      recipient: { zh: row.recipient_zh, en: row.recipient_en },
      purpose: row.purpose,
      reads: row.reads,
      firms: row.firms,
    })),
  });
}

export type Scorecard = Awaited<ReturnType<typeof measured>> & {
  readonly provider: { readonly code: string; readonly name: Named };
  /** Conflicts with other sources that wait for the platform's decision. */
  readonly conflicts: { readonly waiting: number; readonly late: number };
  readonly usage: readonly {
    readonly item: Named;
    readonly recipient: Named;
    readonly purpose: string;
    readonly reads: number;
    readonly firms: number;
  }[];
};

/** How many records of a provider's items wait for a decision between sources, and how many of them past their day. */
async function countConflicts(tx: Tx, provider: InstitutionId) {
  const runs = (await conflictClocks(tx, clock.today())).filter(({ providerId }) => providerId === provider);
  const sum = (of: typeof runs) => of.reduce((total, { waiting }) => total + waiting, 0);
  return { waiting: sum(runs), late: sum(runs.filter(({ isLate }) => isLate)) };
}

async function measured(tx: Tx, provider: InstitutionId) {
  const today = clock.today();
  const delivered = await readLastDeliveries(tx);
  const all = [...(await readCatalogue(tx, today)).values()].filter(
    ({ providerId }) => providerId === provider,
  );
  const items = all.map((item) => {
    const lastDelivery = delivered.get(item.code) ?? null;
    return {
      code: item.code,
      name: item.name,
      freshDays: item.freshDays,
      deliverable: isDeliverable(item),
      lastDelivery,
      freshness: freshnessOf(item, lastDelivery, today),
    };
  });
  const supplied = items.filter(({ deliverable }) => deliverable);
  const results = await findResults(tx, provider, addDays(today, -recentDays));
  const first = addMonths(`${today.slice(0, 7)}-01` as Day, 1 - months);
  const counted = await countMonths(tx, provider, startOf(first));
  const nameOf = (code: string): Named =>
    items.find((item) => item.code === code)?.name ?? { zh: code, en: code };
  return {
    items,
    fresh: supplied.filter(({ freshness }) => freshness === 'fresh').length,
    supplied: supplied.length,
    dimensions: byDimension(results),
    broken: brokenOnce(results)
      .slice(0, mostBroken)
      .map(({ row, days }) => ({ ...resultOf(row, nameOf), days })),
    trend: Array.from({ length: months }, (_, i) => trendOf(addMonths(first, i).slice(0, 7), counted)),
  };
}

/** Broken rules, the newest first: those of batches one by one, a rule that was broken day after day once with its days. */
function brokenOnce(results: readonly ResultRow[]): { readonly row: ResultRow; readonly days: number }[] {
  const found = new Map<string, { row: ResultRow; days: number }>();
  for (const row of results.filter(({ passed }) => !passed)) {
    const key = `${row.batch_id ?? ''} ${row.rule} ${row.item}`;
    const held = found.get(key);
    if (held) held.days += 1;
    else found.set(key, { row, days: 1 });
  }
  return [...found.values()];
}

const resultOf = (row: ResultRow, nameOf: (code: string) => Named) => ({
  rule: row.rule,
  name: { zh: row.name_zh, en: row.name_en },
  dimension: row.dimension,
  item: nameOf(row.item),
  code: row.item,
  batchId: row.batch_id,
  onDay: row.on_day,
  rows: row.rows,
  failed: row.failed,
  ppm: faultPpm(row),
  mostPpm: row.most_ppm,
});

/** The share of a month's records that went into quarantine; null in a month without a delivery. */
function trendOf(month: string, counted: readonly MonthCount[]) {
  const of = counted.find((each) => each.month === month);
  const read = of ? of.accepted + of.duplicate + of.quarantined : 0;
  return { month, read, ppm: of && read > 0 ? ratioPpm(of.quarantined, read) : null };
}
