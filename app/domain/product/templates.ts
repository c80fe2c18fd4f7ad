import type { ProductBody } from '~/domain/product/body.ts';
import { all, any, type Rule } from '~/domain/product/predicate.ts';

/** Kinds of products that banks begin with (domain.md E2). */
export const templateNames = [
  'blank',
  'tax',
  'procurement',
  'technology',
  'order',
  'receivable',
  'warehouse',
  'policy',
  'inventory',
  'ip-pledge',
] as const;
export type TemplateName = (typeof templateNames)[number];

const small: Rule = any({ kind: 'firm-kind', in: ['sole-trader'] }, { kind: 'size', in: ['micro', 'small'] });
const clean: readonly Rule[] = [
  { kind: 'active' },
  { kind: 'feature', code: 'serious-list-in-force', atMost: 0 },
  { kind: 'feature', code: 'dishonest-debtor-in-force', atMost: 0 },
];
const paysTax: readonly Rule[] = [
  { kind: 'consent' },
  { kind: 'feature', code: 'tax-paid-months-12m', atLeast: 6 },
  { kind: 'feature', code: 'tax-arrears-in-force', atMost: 0 },
];
const aged = (months: number): Rule => ({ kind: 'age', atLeast: months });
const ask = (zh: string, en: string): Rule => ({ kind: 'ask', zh, en });
const wan = (n: number): string => String(n * 1_000_000);

const blank: ProductBody = {
  nameZh: '新产品',
  nameEn: 'New product',
  segment: 'micro-small',
  zones: [],
  minFen: null,
  maxFen: null,
  minTermMonths: 3,
  maxTermMonths: 12,
  rateRule: { kind: 'lpr-spread', tenor: '1y', spread: 10_000 },
  feePpm: 0,
  guaranteeFeePpm: 0,
  methods: ['equal-instalment'],
  collateral: ['credit'],
  purposes: ['working-capital'],
  quotaFen: null,
  validTo: null,
  eligibility: all({ kind: 'active' }),
  eligibilityText: null,
};

/** A product of each kind with terms and conditions that are usual for it; every figure is the bank's to change. */
export const templates: { readonly [T in TemplateName]: ProductBody } = {
  blank,
  tax: {
    ...blank,
    nameZh: '银税贷',
    nameEn: 'Tax loan',
    zones: ['tax', 'fast'],
    maxFen: wan(300),
    maxTermMonths: 24,
    eligibility: all(small, aged(24), ...clean, ...paysTax),
  },
  procurement: {
    ...blank,
    nameZh: '政采贷',
    nameEn: 'Government procurement loan',
    segment: 'procurement-supplier',
    zones: ['procurement'],
    maxFen: wan(500),
    purposes: ['order-fulfilment'],
    collateral: ['receivable', 'order'],
    eligibility: all(
      small,
      aged(12),
      ...clean,
      ask('中标通知书或采购合同可在政府采购网查到', 'The award or contract is found on the procurement site'),
    ),
  },
  technology: {
    ...blank,
    nameZh: '宁科贷',
    nameEn: 'Technology loan',
    segment: 'technology',
    zones: ['technology'],
    maxFen: wan(1_000),
    maxTermMonths: 36,
    purposes: ['research', 'equipment', 'working-capital'],
    eligibility: all(
      { kind: 'title', anyOf: ['high-tech', 'tech-sme', 'specialised-new', 'little-giant'] },
      aged(24),
      ...clean,
    ),
  },
  order: {
    ...blank,
    nameZh: '订单贷',
    nameEn: 'Order loan',
    zones: ['fast'],
    maxFen: wan(500),
    purposes: ['order-fulfilment'],
    collateral: ['order'],
    methods: ['bullet-at-maturity'],
    eligibility: all(
      aged(12),
      ...clean,
      ask(
        '订单经买方确认，融资不超过订单金额的八成',
        'The buyer confirms the order; at most 80 % of it is lent',
      ),
    ),
  },
  receivable: {
    ...blank,
    nameZh: '应收账款贷',
    nameEn: 'Receivable loan',
    maxFen: wan(1_000),
    purposes: ['working-capital'],
    collateral: ['receivable'],
    methods: ['bullet-at-maturity'],
    eligibility: all(
      aged(12),
      ...clean,
      ask('应收账款经付款方确认并登记', 'The debtor confirms the receivable and it is registered'),
    ),
  },
  warehouse: {
    ...blank,
    nameZh: '仓单贷',
    nameEn: 'Warehouse receipt loan',
    maxFen: wan(1_000),
    collateral: ['inventory'],
    methods: ['bullet-at-maturity', 'bullet-monthly'],
    eligibility: all(
      aged(24),
      ...clean,
      ask('仓单由银行认可的仓储方开具', 'The receipt is issued by a warehouse the bank accepts'),
    ),
  },
  policy: {
    ...blank,
    nameZh: '政策性担保贷',
    nameEn: 'Policy guarantee loan',
    zones: ['relief'],
    maxFen: wan(1_000),
    maxTermMonths: 36,
    guaranteeFeePpm: 10_000,
    collateral: ['guarantee'],
    eligibility: all(small, aged(12), ...clean),
  },
  inventory: {
    ...blank,
    nameZh: '存货质押贷',
    nameEn: 'Inventory loan',
    maxFen: wan(800),
    collateral: ['inventory'],
    eligibility: all(aged(24), ...clean, ask('存货由第三方监管', 'A third party watches the stock')),
  },
  'ip-pledge': {
    ...blank,
    nameZh: '知识产权质押贷',
    nameEn: 'IP pledge loan',
    segment: 'technology',
    zones: ['technology'],
    maxFen: wan(1_000),
    maxTermMonths: 36,
    collateral: ['ip'],
    purposes: ['research', 'working-capital'],
    eligibility: all(
      aged(24),
      ...clean,
      ask('专利或商标可办理质押登记', 'The patent or mark can be registered as a pledge'),
    ),
  },
};
