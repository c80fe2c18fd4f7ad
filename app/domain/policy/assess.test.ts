import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addMonths, day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { assessLoan } from './assess.ts';
import { outsideTerms } from './coverage.ts';
import type { Borrower, LoanFacts } from './loan-facts.ts';
import { type Scheme, schemesInForce, versionFor } from './scheme.ts';

const folder = new URL('../../../prisma/seed/policy/schemes/', import.meta.url);
const schemes: Scheme[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);

const canteen: Borrower = {
  regionPath: ['440000', '440100', '440106'],
  industryPath: ['H', '62', '621', '6210'],
  size: 'small',
  kind: 'company',
  lists: [],
};

function loan(over: Partial<LoanFacts>, borrower: Partial<Borrower> = {}): LoanFacts {
  const drawnOn = over.drawnOn ?? day('2026-11-23');
  const principal = over.principal ?? wan(300);
  const termMonths = over.termMonths ?? 12;
  return {
    borrower: { ...canteen, ...borrower },
    principal,
    rate: percent('4'),
    dayCount: 'actual360',
    termMonths,
    contractOn: drawnOn,
    drawnOn,
    maturityOn: addMonths(drawnOn, termMonths),
    balances: [{ from: drawnOn, balance: principal }],
    purpose: 'working-capital',
    flags: [],
    renewal: false,
    centralSubsidies: [],
    localSubsidy: ppm(0),
    capUsed: {},
    ...over,
  };
}

const assess = (over: Partial<LoanFacts>, borrower?: Partial<Borrower>) => {
  const result = assessLoan(loan(over, borrower), schemes);
  return result.outcome === 'none-in-force' ? [] : result.assessments;
};
const of = (code: string, over: Partial<LoanFacts>, borrower?: Partial<Borrower>) => {
  const found = assess(over, borrower).find((a) => a.scheme.code === code);
  if (!found) throw new Error(`${code} is not in force`);
  return found;
};
const reasons = (...args: Parameters<typeof of>) => of(...args).reasons.map((reason) => reason.code);

describe('which version is in force', () => {
  test.each([
    ['2016-06-01', ['leiyang-agri-subsidy 1', 'leiyang-compensation 1', 'leiyang-household-subsidy 1']],
    ['2019-06-01', []],
    ['2025-03-15', ['anhui-tech-compensation 1', 'baiyin-mutual-fund 1', 'shenzhen-compensation 1']],
    [
      '2025-12-31',
      [
        'anhui-tech-compensation 1',
        'baiyin-mutual-fund 1',
        'guangzhou-compensation 1',
        'services-subsidy 1',
        'shenzhen-compensation 1',
      ],
    ],
    [
      '2026-01-01',
      [
        'baiyin-mutual-fund 1',
        'guangzhou-compensation 1',
        'msme-fixed-asset-subsidy 1',
        'pingshan-compensation 1',
        'qingyuan-compensation 1',
        'services-subsidy 2',
        'shenzhen-compensation 1',
      ],
    ],
    ['2028-09-30', ['guangzhou-compensation 1']],
    ['2028-10-01', []],
  ])('%s: %j', (on, codes) => {
    expect(schemesInForce(schemes, day(on)).map((s) => `${s.code} ${s.version}`)).toEqual(codes);
  });

  test.each([
    ['2024-12-31', 1, 'none has begun: the first to come'],
    ['2025-06-01', 1, 'in force'],
    ['2025-10-01', 1, 'ended: the last that began'],
    ['2026-01-01', 2, 'in force'],
    ['2026-07-01', 3, 'the later of two in force'],
    ['2030-01-01', 3, 'all ended: the last that began'],
  ])('on %s version %i is gone by (%s)', (on, version) => {
    const [any] = schemes;
    if (!any) throw new Error('no scheme');
    const versions = [
      { version: 3, validFrom: day('2026-07-01'), validTo: day('2026-12-31') },
      { version: 1, validFrom: day('2025-01-01'), validTo: day('2025-06-30') },
      { version: 2, validFrom: day('2026-01-01'), validTo: day('2026-12-31') },
    ].map((each) => ({ ...any, ...each }));
    expect(versionFor(versions, day(on))?.version).toBe(version);
    expect(versionFor([], day(on))).toBeUndefined();
  });

  test('beyond the tables the answer is that no scheme is in force', () => {
    expect(assessLoan(loan({ drawnOn: day('2029-01-01') }), schemes)).toEqual({
      outcome: 'none-in-force',
      on: '2029-01-01',
    });
  });
});

describe('Guangzhou compensation', () => {
  test('a key-list loan of 8 m is compensated up to 3.6 m and says how', () => {
    const result = of('guangzhou-compensation', { principal: wan(800), flags: ['key-list'] });
    expect(result).toMatchObject({ eligible: true, amount: wan(360), reasons: [] });
    expect(result.lines.map((line) => line.code)).toEqual(['band', 'add-on', 'compensation-up-to']);
  });

  test.each([
    ['31 m is too much', { principal: wan(3100) }, {}, ['principal-outside']],
    ['a firm elsewhere', {}, { regionPath: ['640000', '640100'] }, ['outside-region']],
    ['a large firm', {}, { size: 'large' }, ['outside-sizes']],
    ['a firm of unknown size', {}, { size: 'undetermined' }, ['size-undetermined']],
    [
      'everything at once',
      { principal: wan(3100) },
      { regionPath: [], size: 'large' },
      ['outside-region', 'outside-sizes', 'principal-outside'],
    ],
  ] as const)('%s', (_, over, borrower, codes) => {
    expect(reasons('guangzhou-compensation', over, borrower)).toEqual(codes);
  });

  test('a sole trader counts as a micro firm', () => {
    expect(of('guangzhou-compensation', {}, { size: 'undetermined', kind: 'sole-trader' }).eligible).toBe(
      true,
    );
  });
});

describe('services subsidy', () => {
  test('a year on 3 m in 2026 pays one point of 365 days on 360, nine tenths by the centre', () => {
    const result = of('services-subsidy', {});
    expect(result).toMatchObject({ eligible: true, amount: 3_041_667n });
    expect(result.funding).toEqual([
      { payer: 'central', amount: 2_737_500n },
      { payer: 'province', amount: 304_167n },
    ]);
    expect(result.lines[0]).toEqual({ code: 'sector', sector: 'catering-accommodation' });
  });

  test.each([
    ['a sector outside the list', {}, { industryPath: ['C', '15', '151', '1511'] }, ['outside-sectors']],
    ['an industry nobody gave', {}, { industryPath: [] }, ['outside-sectors']],
    ['the same money renewed', { renewal: true }, {}, ['not-new-money']],
    [
      'money that a central scheme already subsidises',
      { centralSubsidies: ['services-subsidy'] },
      {},
      ['already-subsidised'],
    ],
    ['a local scheme that pays all interest', { localSubsidy: percent(4) }, {}, ['rate-used-up']],
    ['a cap used up at other banks', { capUsed: { 'services-subsidy': wan(1000) } }, {}, ['cap-used-up']],
  ] as const)('%s', (_, over, borrower, codes) => {
    expect(reasons('services-subsidy', over as Partial<LoanFacts>, borrower)).toEqual(codes);
  });

  test('in 2025 the contract must lie in the window too', () => {
    const drawnOn = day('2025-06-01');
    expect(reasons('services-subsidy', { drawnOn, contractOn: day('2025-03-15') })).toEqual([
      'contract-outside-window',
    ]);
    expect(of('services-subsidy', { drawnOn }).eligible).toBe(true);
  });

  test('2025 and 2026 are split by the day of drawdown', () => {
    const contractOn = day('2025-12-30');
    expect(of('services-subsidy', { contractOn, drawnOn: day('2025-12-31') }).scheme.version).toBe(1);
    expect(of('services-subsidy', { contractOn, drawnOn: day('2026-01-01') }).scheme.version).toBe(2);
  });

  test('retail joined in 2026', () => {
    const shop = { industryPath: ['F', '52', '521', '5211'] };
    expect(reasons('services-subsidy', { drawnOn: day('2025-06-01') }, shop)).toEqual(['outside-sectors']);
    expect(of('services-subsidy', {}, shop).eligible).toBe(true);
  });
});

describe('one loan, one central scheme', () => {
  const equipment = { purpose: 'equipment' };

  test('the scheme that pays more stays and the other says so', () => {
    expect(of('msme-fixed-asset-subsidy', equipment)).toMatchObject({ eligible: true, amount: 4_562_500n });
    expect(of('services-subsidy', equipment)).toMatchObject({
      eligible: false,
      amount: 0n,
      reasons: [{ code: 'better-scheme-chosen', scheme: 'msme-fixed-asset-subsidy' }],
    });
  });

  test('compensation is untouched by the choice', () => {
    expect(of('guangzhou-compensation', equipment).eligible).toBe(true);
  });

  test('working capital is no fixed asset', () => {
    expect(reasons('msme-fixed-asset-subsidy', {})).toEqual(['outside-purposes']);
  });
});

describe('Leiyang as history', () => {
  const household = { regionPath: ['430000', '430400', '430481'], lists: ['registered-poor-household'] };
  const drawnOn = day('2016-06-01');

  test('a household loan of 50,000 is covered by cause, up to 90 %', () => {
    expect(of('leiyang-compensation', { drawnOn, principal: wan(5) }, household)).toMatchObject({
      eligible: true,
      amount: 4_500_000n,
      lines: [{ code: 'shares-by-cause', lowestPpm: 0, highestPpm: 900_000 }],
    });
  });

  test('a long, large loan to somebody else is not', () => {
    const codes = ['not-on-list', 'principal-outside', 'term-too-long'];
    expect(
      reasons(
        'leiyang-compensation',
        { drawnOn, principal: wan(6), termMonths: 48 },
        { ...household, lists: [] },
      ),
    ).toEqual(codes);
  });
});

describe('the terms of a loan and its lender', () => {
  const reasonsOf = (code: string, over: Partial<LoanFacts>) =>
    assess(over)
      .find(({ scheme }) => scheme.code === code)
      ?.reasons.map((reason) => reason.code) ?? [];

  test.each([
    ['one of the 21 by its name', { name: '中国工商银行', lists: [] }, []],
    ['one that stands on the list', { name: '桥头银行', lists: ['central-subsidy'] }, []],
    ['another bank', { name: '桥头银行', lists: ['something-else'] }, ['lender-not-listed']],
  ])('the central subsidy for services takes %s', (_, lender, reasons) => {
    expect(reasonsOf('services-subsidy', { lender })).toEqual(reasons);
  });

  test('21 lenders are named, each once', () => {
    for (const scheme of schemes.filter(({ code }) => code.startsWith('services-subsidy')))
      expect(new Set(scheme.body.coverage.lenders).size).toBe(21);
  });

  test('a project of policy-instrument funds is subsidised whatever its purpose', () => {
    const lender = { name: '国家开发银行', lists: [] };
    expect(reasonsOf('msme-fixed-asset-subsidy', { lender })).toEqual(['outside-purposes']);
    expect(reasonsOf('msme-fixed-asset-subsidy', { lender, flags: ['policy-instrument'] })).not.toContain(
      'outside-purposes',
    );
  });

  test('a rate above the scheme’s highest keeps a loan out, at it not', () => {
    const coverage = { regions: null, sectors: null, sizes: null, purposes: null, borrowerLists: null };
    const at = (rate: string) =>
      outsideTerms({ ...coverage, maxRatePpm: 45_000 }, loan({ rate: percent(rate) })).map(
        ({ code }) => code,
      );
    expect(at('4.5')).toEqual([]);
    expect(at('4.51')).toEqual(['rate-too-high']);
    expect(outsideTerms(coverage, loan({ rate: percent('24') }))).toEqual([]);
  });
});
