import type { Day } from '~/domain/kernel/day.ts';
import { startOf } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import {
  type Measure,
  measureSchema,
  type QualityDimension,
  type QualityRule,
} from '~/domain/record/quality-rule.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

/** The rules in force on a day. */
export async function readQualityRules(tx: Tx, day: Day): Promise<QualityRule[]> {
  const rows = await tx.$queryRaw<(Omit<QualityRule, 'measure'> & { measure: unknown })[]>`
    select distinct on (code) code, version, item, dimension, measure, most_ppm as "mostPpm" from quality_rule
    where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
    order by code, version desc`;
  return rows.map((row) => ({ ...row, measure: measureSchema.parse(row.measure) }));
}

/** Adds rules; those that are there stay. */
export const addQualityRules = (
  tx: Tx,
  rules: readonly (QualityRule & {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly validFrom: Date;
  })[],
) =>
  tx.qualityRule.createMany({
    data: rules.map((rule) => ({ ...rule, measure: rule.measure as object })),
    skipDuplicates: true,
  });

export type CountedRow = {
  readonly batch_id: string | null;
  readonly item: string;
  readonly provider_id: string;
  readonly on_day: Day;
  readonly rows: number;
  readonly failed: number;
};

/** Deliveries that are looked at: one batch, or all that came in since a day. */
export type Span = { readonly batchId: string } | { readonly since: Day };

const within = (span: Span) =>
  'batchId' in span
    ? Prisma.sql`d.batch_id = ${span.batchId}::uuid`
    : Prisma.sql`d.received_at >= ${startOf(span.since)}`;

/** Deliveries of a span that a rule has not looked at yet: what it asks is counted for all of them at once. */
export function countByRule(tx: Tx, rule: QualityRule, today: Day, span: Span): Promise<CountedRow[]> {
  const { measure } = rule;
  if (measure.kind === 'overdue') return 'batchId' in span ? noRows : countOverdue(tx, rule, today);
  if (measure.kind === 'rejected') return countRejected(tx, rule, span);
  if (measure.kind === 'firm-at-fault' || measure.kind === 'key-conflict')
    return countReasons(tx, rule, reasonsOf[measure.kind], span);
  return countFacts(tx, rule, measure, span);
}

/** Lateness is of an item and its day, whatever batch came in. */
const noRows = Promise.resolve<CountedRow[]>([]);

const reasonsOf = {
  'firm-at-fault': ['record.firm-missing', 'record.firm-unreadable', 'record.firm-unknown'],
  'key-conflict': ['record.key-conflict'],
} as const;

const countRejected = (tx: Tx, { code, item }: QualityRule, span: Span) =>
  tx.$queryRaw<CountedRow[]>`
    select d.batch_id, d.item, d.provider_id, (d.received_at at time zone 'Asia/Shanghai')::date::text as on_day,
           d.rows_read as rows, d.rows_quarantined as failed
    from item_delivery d
    where d.rows_read > 0 and ${within(span)} and (${item}::text is null or d.item = ${item})
      and not exists (select 1 from quality_result q where q.batch_id = d.batch_id and q.item = d.item and q.rule = ${code})`;

const countReasons = (tx: Tx, { code, item }: QualityRule, reasons: readonly string[], span: Span) =>
  tx.$queryRaw<CountedRow[]>`
    select d.batch_id, d.item, d.provider_id, (d.received_at at time zone 'Asia/Shanghai')::date::text as on_day,
           d.rows_read as rows, least(d.rows_read, count(q.row_no))::int as failed
    from item_delivery d
    left join quarantine_row q on q.batch_id = d.batch_id and (q.item = d.item or q.item is null) and q.reason = any(${reasons}::text[])
    where d.rows_read > 0 and ${within(span)} and (${item}::text is null or d.item = ${item})
      and not exists (select 1 from quality_result r where r.batch_id = d.batch_id and r.item = d.item and r.rule = ${code})
    group by d.batch_id, d.item, d.provider_id, d.received_at, d.rows_read`;

type FactMeasure = Extract<Measure, { kind: 'missing' | 'outside' | 'ends-before' | 'older-than' }>;

/** Goes from each delivery to its own facts: they are few beside all that were ever delivered. */
function countFacts(tx: Tx, { code, item }: QualityRule, measure: FactMeasure, span: Span) {
  const field = 'field' in measure ? measure.field : '';
  const [least, most] = measure.kind === 'outside' ? [measure.least, measure.most] : [0, 0];
  const days = measure.kind === 'older-than' ? measure.days : 0;
  return tx.$queryRaw<CountedRow[]>`
    select d.batch_id, d.item, d.provider_id, (d.received_at at time zone 'Asia/Shanghai')::date::text as on_day,
           counted.rows, counted.failed
    from item_delivery d
    cross join lateral (
      select count(*)::int as rows,
             (count(*) filter (where case ${measure.kind}
                when 'missing' then case ${field} when 'amount' then f.amount_fen is null when 'quantity' then f.quantity is null
                                     when 'category' then f.category is null else f.detail->>'reference' is null end
                when 'outside' then case ${field} when 'amount' then f.amount_fen not between ${least}::bigint and ${most}::bigint
                                     else f.quantity::bigint not between ${least}::bigint and ${most}::bigint end
                when 'ends-before' then f.ended_on < f.occurred_on
                else f.occurred_on < (d.received_at at time zone 'Asia/Shanghai')::date - ${days}::int end))::int as failed
      from fact f where f.batch_id = d.batch_id and f.item = d.item) counted
    where ${within(span)} and (${item}::text is null or d.item = ${item}) and counted.rows > 0
      and not exists (select 1 from quality_result q where q.batch_id = d.batch_id and q.item = d.item and q.rule = ${code})`;
}

/** Every item that is supplied at all, once a day: at fault when it was never delivered or too long ago. */
const countOverdue = (tx: Tx, { code, item }: QualityRule, today: Day) =>
  tx.$queryRaw<CountedRow[]>`
    select null::uuid as batch_id, c.code as item, c.provider_id, ${today}::text as on_day, 1 as rows,
           (case when max(d.received_at) is null
                 or ${today}::date - max((d.received_at at time zone 'Asia/Shanghai')::date) > c.fresh_days then 1 else 0 end) as failed
    from catalogue_item c
    left join item_delivery d on d.item = c.code
    where c.mode <> 'verify' and c.valid_from <= ${today}::date and (c.valid_to is null or c.valid_to > ${today}::date)
      and not exists (select 1 from catalogue_item n where n.code = c.code and n.version > c.version and n.valid_from <= ${today}::date)
      and (${item}::text is null or c.code = ${item})
      and not exists (select 1 from quality_result q where q.batch_id is null and q.item = c.code and q.rule = ${code} and q.on_day = ${today}::date)
    group by c.code, c.provider_id, c.fresh_days`;

type Result = CountedRow & { readonly passed: boolean };

/** Keeps what a rule found; a result that another run kept meanwhile stays. */
export async function addResults(
  tx: Tx,
  rule: QualityRule,
  results: readonly Result[],
  at: Date,
): Promise<number> {
  const data = results.map((each) => ({
    rule: rule.code,
    ruleVersion: rule.version,
    item: each.item,
    providerId: each.provider_id,
    batchId: each.batch_id,
    onDay: new Date(`${each.on_day}T00:00:00Z`),
    rows: each.rows,
    failed: each.failed,
    passed: each.passed,
    checkedAt: at,
  }));
  const { count } = await tx.qualityResult.createMany({ data, skipDuplicates: true });
  return count;
}

export type ResultRow = {
  readonly rule: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly dimension: QualityDimension;
  readonly most_ppm: number;
  readonly item: string;
  readonly batch_id: string | null;
  readonly on_day: Day;
  readonly rows: number;
  readonly failed: number;
  readonly passed: boolean;
};

/** What the rules found of a provider since a day, the newest first. */
export const findResults = (tx: Tx, provider: InstitutionId, since: Day): Promise<ResultRow[]> =>
  tx.$queryRaw<ResultRow[]>`
    select q.rule, r.name_zh, r.name_en, r.dimension, r.most_ppm, q.item, q.batch_id, q.on_day::text, q.rows, q.failed, q.passed
    from quality_result q join quality_rule r on r.code = q.rule and r.version = q.rule_version
    where q.provider_id = ${provider}::uuid and q.on_day >= ${since}::date
    order by q.on_day desc, q.passed, q.item, q.rule`;

/** What the rules found in one batch. */
export const findBatchResults = (tx: Tx, batchId: string): Promise<ResultRow[]> =>
  tx.$queryRaw<ResultRow[]>`
    select q.rule, r.name_zh, r.name_en, r.dimension, r.most_ppm, q.item, q.batch_id, q.on_day::text, q.rows, q.failed, q.passed
    from quality_result q join quality_rule r on r.code = q.rule and r.version = q.rule_version
    where q.batch_id = ${batchId}::uuid order by q.passed, q.item, q.rule`;

export type UsageRow = {
  readonly item: string;
  readonly recipient_zh: string;
  readonly recipient_en: string;
  readonly purpose: string;
  readonly reads: number;
  readonly firms: number;
};

/** Who read which items since an instant under firms' consents, and for what: counted in the audit log itself. */
export const countUsage = (
  tx: Tx,
  items: readonly string[],
  since: Date,
  until: Date | null = null,
): Promise<UsageRow[]> =>
  tx.$queryRaw<UsageRow[]>`
    select i.item, coalesce(r.name_zh, a.user_name) as recipient_zh, coalesce(r.name_en, a.user_name) as recipient_en,
           coalesce(a.purpose, '') as purpose, count(*)::int as reads, count(distinct a.enterprise_id)::int as firms
    from audit_entry a
    cross join lateral unnest(a.read_items) as i(item)
    left join institution r on r.id = a.institution_id
    where a.action = 'consent.read' and a.outcome = 'ok' and a.at >= ${since}
      and (${until}::timestamptz is null or a.at < ${until}::timestamptz) and i.item = any(${items}::text[])
    group by 1, 2, 3, 4 order by reads desc, i.item limit 200`;
