import { institutionId } from '#prisma/seed/institutions.ts';
import { type ProductDraft, seedDrafts } from '#prisma/seed/product-rows.ts';
import { readReference } from '#prisma/seed/read-csv.ts';
import { addDays, dayAt, startOf } from '~/domain/kernel/day.ts';
import { type Fen, wan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { all } from '~/domain/product/predicate.ts';
import { ruleSchema } from '~/domain/product/predicate-schema.ts';
import type { RateRule } from '~/domain/product/rate-rule.ts';
import { rateRuleSchema } from '~/domain/product/rate-rule-schema.ts';
import type { Tx } from '~/server/db/client.ts';
import demo from './products/demo.json' with { type: 'json' };
import examples from './products/examples.json' with { type: 'json' };

const inBusiness = { kind: 'active' } as const;
const conditions = (rules: readonly unknown[]) =>
  all(inBusiness, ...rules.map((rule) => ruleSchema.parse(rule)));
const wanOrNull = (amount: string | number | undefined): Fen | null => (amount ? wan(Number(amount)) : null);
const numberOrNull = (text: string | undefined): number | null => (text ? Number(text) : null);

type Example = (typeof examples.products)[number];
type Row = Record<string, string>;

/**
 * The 50 products of banks that sources publish, as examples and not as offers. Each keeps its source's words; what
 * those leave open, or no record answers, is a question for the bank. Their banks are named, not members: no one signs in
 * for them and nothing can be applied for.
 */
export async function seedProductExamples(tx: Tx, publishedAt: Date): Promise<void> {
  const data = examples.banks.map((bank) => ({
    id: institutionId(exampleBank(bank.code)),
    code: exampleBank(bank.code),
    kind: 'example',
    nameZh: bank.zh,
    nameEn: bank.en,
    state: 'approved',
  }));
  await tx.institution.createMany({ data, skipDuplicates: true });
  const rows = readReference('loan_products.csv');
  const drafts = examples.products.map((example) => {
    const row = rows.find((r) => r.no === String(example.no));
    if (!row) throw new Error(`no loan product ${example.no}`);
    return draftOfExample(example, row);
  });
  await seedDrafts(tx, drafts, publishedAt);
}

const exampleBank = (code: string) => `example-${code}`;

function draftOfExample(example: Example, row: Row): ProductDraft {
  const words = [example.text ?? row.eligibility, row.max_amount_note, row.rate_note].filter(Boolean);
  return {
    institutionId: institutionId(exampleBank(example.bank)),
    code: `example-${String(example.no).padStart(2, '0')}`,
    nameZh: row.product ?? '',
    nameEn: example.en,
    segment: example.segment,
    zones: example.zones,
    minFen: wanOrNull(example.minWan),
    maxFen: wanOrNull(example.maxWan ?? row.max_amount_wan),
    minTermMonths: null,
    maxTermMonths: numberOrNull(row.term_months_max),
    rateRule: example.rate ? rateRuleSchema.parse(example.rate) : publishedRate(row),
    feePpm: 0,
    guaranteeFeePpm: 0,
    methods: example.methods ?? [],
    collateral: example.collateral,
    purposes: example.purposes ?? [],
    eligibility: conditions(example.rules),
    eligibilityText: words.length > 0 ? words.join('；') : null,
    sourceNote: [`${row.bank}：${row.source}`, row.source_year].filter(Boolean).join('，'),
    sourceGrade: row.grade ?? null,
    example: true,
  };
}

function publishedRate({ rate_min_pct: low, rate_max_pct: high }: Row): RateRule {
  if (!low && !high) return { kind: 'unpublished' };
  if (low && low === high) return { kind: 'fixed', ppm: percent(low) };
  return { kind: 'range', lowest: low ? percent(low) : null, highest: high ? percent(high) : null };
}

/** The products of the demo banks, with full terms: these can be applied for. */
export async function seedDemoProducts(tx: Tx, at: Date): Promise<void> {
  const drafts = demo.map((p): ProductDraft => {
    return {
      institutionId: institutionId(p.bank),
      code: p.code,
      nameZh: p.zh,
      nameEn: p.en,
      segment: p.segment,
      zones: p.zones,
      minFen: wan(p.minWan),
      maxFen: wan(p.maxWan),
      minTermMonths: p.minTerm,
      maxTermMonths: p.maxTerm,
      rateRule: rateRuleSchema.parse(p.rate),
      feePpm: p.feePpm,
      guaranteeFeePpm: p.guaranteeFeePpm,
      methods: p.methods,
      collateral: p.collateral,
      purposes: p.purposes,
      eligibility: conditions(p.rules),
      eligibilityText: p.textZh,
      sourceNote: null,
      sourceGrade: null,
      example: false,
    };
  });
  await seedDrafts(tx, drafts, at, shelvedBefore(at));
}

/** The products of the demo stood on the shelf before the first application of its story, years ago. */
const shelvedBefore = (at: Date): Date => startOf(addDays(dayAt(at), -5 * 365));
