import type { FeatureDefinition } from './definition.ts';

const shared = {
  dimension: 'innovation',
  aggregate: { kind: 'count' },
  unit: 'count',
  absence: 'zero',
} as const;
const held = { ...shared, state: 'in-force' } as const;

/** 创新与荣誉: intellectual property, titles, A-grade taxpayer, awards, research (domain.md §2.5). */
export const innovationFeatures: readonly FeatureDefinition[] = [
  { ...held, code: 'invention-patents', items: ['ip.patent'], categories: ['invention'] },
  { ...held, code: 'other-patents', items: ['ip.patent'], categories: ['utility', 'design', 'unknown'] },
  { ...shared, code: 'copyrights', items: ['ip.copyright'] },
  { ...held, code: 'trademarks', items: ['ip.trademark'] },
  {
    ...held,
    code: 'technology-titles',
    items: ['honour.title'],
    categories: ['high-tech', 'tech-sme', 'technology-centre'],
  },
  {
    ...held,
    code: 'specialised-titles',
    items: ['honour.title'],
    categories: ['innovative-sme', 'specialised-new', 'little-giant'],
  },
  { ...shared, code: 'a-grade-taxpayer-24m', items: ['tax.a-grade'], months: 24 },
  { ...shared, code: 'contract-keeping-24m', items: ['honour.contract-keeping'], months: 24 },
  { ...held, code: 'awards', items: ['honour.title'], categories: ['award'] },
  { ...shared, code: 'policy-support-36m', items: ['honour.policy-support'], months: 36 },
  {
    ...shared,
    code: 'research-spending',
    items: ['science.research'],
    months: 24,
    aggregate: { kind: 'latest-fen' },
    unit: 'fen',
    absence: 'missing',
  },
];
