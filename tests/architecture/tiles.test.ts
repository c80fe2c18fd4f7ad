import { describe, expect, it } from 'vitest';
import { patternOf } from '#tests/journeys/page-table.ts';
import { metrics, recordsOf } from '~/domain/overview/metric.ts';
import { locales } from '~/text/define.ts';
import { metricText } from '~/text/metric.ts';
import { sources } from './sources.ts';

/** The tiles of every desk: the page, and the codes of the figures on it. A desk that gets a tile gets an entry. */
const desks: Readonly<Record<string, readonly string[]>> = {
  'app/ui/overview/desk.tsx': [
    ...['record.batches', 'record.quarantined', 'alert.live', 'alert.overdue'],
    ...['institution.expiring', 'institution.applied'],
  ],
  'app/ui/overview/funded-firms.tsx': ['firms', 'balance', 'red', 'orange', 'yellow'].map(
    (name) => `funded.${name}`,
  ),
  'app/ui/overview/funnel.tsx': ['firms', 'banks', 'products', 'loans', 'lent'].map(
    (name) => `province.${name}`,
  ),
  'app/ui/overview/quality-page.tsx': [
    ...['npl', 'npl-balance', 'total', 'special', 'overdue90', 'watch'].map((name) => `quality.${name}`),
  ],
  'app/ui/overview/portfolio-migration.tsx': ['quality.migration'],
  'app/ui/overview/portfolio-vintage.tsx': ['quality.vintage'],
  'app/ui/overview/portfolio-lead.tsx': ['quality.lead'],
  'app/ui/overview/cultivation-figures.tsx': ['joined', 'waiting', 'contacted', 'borrowed', 'graduated'].map(
    (name) => `cultivation.${name}`,
  ),
  'app/ui/overview/month-figures.tsx': ['loans', 'balance', 'principal', 'interest'].map(
    (name) => `month.${name}`,
  ),
  'app/ui/overview/firm-home.tsx': ['score', 'consents', 'applications', 'balance', 'alerts', 'reads'].map(
    (name) => `own.${name}`,
  ),
  'app/ui/public/landing.tsx': ['firms', 'banks', 'products', 'loans'].map((name) => `province.${name}`),
};

/** Why a page writes figures without entries. A new page with figures is not here: it takes MetricFigure. */
const reviewed = {
  'one-record': [
    ...[
      'application/as-of-score',
      'application/compare-page',
      'compensation/batch-page',
      'compensation/claim-page',
    ],
    ...['compensation/enrolment-page', 'compensation/guarantor-claim', 'compensation/pool-page'],
    ...['guarantee/contract-page', 'ledger/statement-page', 'loan/loan-file', 'loan/payment-file-page'],
    ...['loan/penalty', 'modelling/study-page', 'overview/funded-firm', 'overview/portrait-page'],
    ...['record/batch-page', 'record/endpoint-page', 'record/own-data', 'report/report-score'],
    ...['score/score-summary', 'subsidy/reclaim', 'subsidy/settlement', 'subsidy/subsidised-loan'],
  ],
  /** The rows that they sum stand on the same page. */
  'rows-below': [
    ...['application/recommended-page', 'guarantee/limits-page', 'ledger/balances-page'],
    ...['match/match-summary', 'overview/impact-page', 'privacy/denials', 'privacy/persons-page'],
    ...['record/scorecard-page', 'subsidy/own-subsidies'],
  ],
  /** Answers to what the reader has just typed. */
  calculation: [
    ...['match/what-if-page', 'match/what-if-path', 'policy/simulation-results', 'product/cost-calculator'],
    ...['product/draft-reach', 'score/score-estimate'],
  ],
  /** The tile itself. */
  part: ['overview/metric-figure'],
} as const;

const ui = sources.filter(({ file }) => file.startsWith('app/ui/') && file.endsWith('.tsx'));
const textOf = (path: string) => ui.find(({ file }) => file === path)?.text ?? '';

describe('the tiles of the desks', () => {
  it('are figures of the dictionary, or their page was reviewed', () => {
    const plain = ui
      .filter(({ file, text }) => !file.includes('/parts/') && /<Figure[\s>]/.test(text))
      .map(({ file }) => file.slice('app/ui/'.length, -'.tsx'.length));
    expect(plain.sort()).toEqual(Object.values(reviewed).flat().sort());
  });

  it.each(Object.entries(desks))('%s shows what the dictionary holds, no more and no less', (path, codes) => {
    const written = textOf(path).matchAll(/code(?:=|: )["']([a-z0-9.-]+)["']/g);
    expect([...new Set([...written].map(([, code]) => code))].sort()).toEqual([...codes].sort());
    for (const code of codes) expect(metrics.map((metric) => metric.code as string)).toContain(code);
  });

  it('show every figure that the dictionary gives a desk of its own', () => {
    const shown = new Set(Object.values(desks).flat());
    const drawnElsewhere = /^(funnel\.|funded\.by-|alert\.raised)/; // steps, maps and trends are charts, not tiles
    const unseen = metrics.map(({ code }) => code as string).filter((code) => !shown.has(code));
    expect(unseen.filter((code) => !drawnElsewhere.test(code))).toEqual([]);
  });

  it('open their records for everybody who sees them, or the entry says why not', () => {
    const words: Readonly<Record<string, object>> = metricText;
    for (const metric of metrics)
      for (const viewer of metric.shownTo) {
        const to = recordsOf(metric.code, viewer);
        const why = 'closed' in metric ? metric.closed : null;
        expect(to ?? why, `${metric.code} for ${viewer}`).toBeTruthy();
        if (to) expect(patternOf(to.replace(/\?.*/, '')), `${metric.code} opens ${to}`).toBeDefined();
        else for (const locale of locales) expect(words[`metric.closed.${why}`]).toHaveProperty([locale]);
      }
  });
});
