import { expect, test } from 'vitest';
import { readReference } from '#prisma/seed/read-csv.ts';
import { readUscc } from '~/domain/enterprise/uscc.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { makeEvents } from './events.ts';
import { makeFirms } from './firms.ts';
import { makeReports } from './reports.ts';
import { rowsDue } from './schedule.ts';
import { makeSeries } from './series.ts';

const base = day('2026-11-23');
const firms = makeFirms(2_000, base);

test('every start makes the same firms, each with a name and a valid code of its own', () => {
  expect(makeFirms(2_000, base)).toEqual(firms);
  expect(new Set(firms.map(({ name }) => name)).size).toBe(2_000);
  expect(new Set(firms.map(({ uscc }) => uscc)).size).toBe(2_000);
  const odd = firms.filter(({ uscc, kind }) => {
    const read = insist(readUscc(uscc, () => 'current'));
    return read.warnings.length > 0 || read.kind !== kind;
  });
  expect(odd).toEqual([]);
});

test('their industries are in the classification, their counties in the province', () => {
  const industries = new Set(readReference('gbt4754_2017.csv').map(({ code }) => code));
  expect(firms.filter(({ industry }) => !industries.has(industry))).toEqual([]);
  expect(firms.filter(({ region }) => !region.startsWith('64'))).toEqual([]);
});

test.each([
  ['penalty.decision', 'business_risk_all_punish'],
  ['list.abnormal-operation', 'business_risk_abnormal'],
  ['court.dishonesty', 'justice_credit'],
  ['rating.public-credit', 'jn_credit_info'],
  ['business.website-record', 'web_record_info'],
  ['business.recruitment', 'recruit_zlzp'],
])('%s is as frequent as %s among 73,536 real firms', (item, column) => {
  const rows = makeEvents(firms, base).find((supply) => supply.item === item)?.rows ?? [];
  const expected =
    2_000 *
    Number(
      readReference('jinan_public_record_distribution.csv').find((r) => r.record_type === column)
        ?.share_of_all,
    );
  const found = new Set(rows.map(({ uscc }) => uscc)).size;
  // Four deviations of a binomial count: a wrong calibration is far outside, chance hardly ever.
  expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected) + 1);
});

test('nothing happens before its firm exists or after it can be known', () => {
  const founded = new Map<string, string>(firms.map(({ uscc, establishedOn }) => [uscc, establishedOn]));
  const rows = [...makeEvents(firms, base), ...makeSeries(firms.slice(0, 300), base)].flatMap(
    (supply) => supply.rows,
  );
  const early = rows.filter(({ uscc, date }) => date < (founded.get(uscc) ?? '').slice(0, date.length));
  const late = rows.filter(({ date, knownOn }) => date > knownOn);
  expect([early, late]).toEqual([[], []]);
});

test('a series reaches up to the month before', () => {
  const tax = makeSeries(firms, base).find(({ item }) => item === 'tax.payment')?.rows ?? [];
  expect(tax.reduce((last, { date }) => (date > last ? date : last), '')).toBe('2026-10');
  expect(makeReports(firms, base).map(({ item }) => item)).toEqual([
    'registration.annual-report',
    'registration.annual-figures',
  ]);
});

test('a row is delivered open, and again with its end once that is known', () => {
  const row = {
    uscc: 'u',
    date: '2026-01-05',
    end: '2026-06-01',
    knownOn: day('2026-01-10'),
    endKnownOn: day('2026-06-03'),
  };
  const first = day('2026-05-01');
  const second = day('2026-10-01');
  expect(rowsDue([row], null, first)).toEqual([{ uscc: 'u', date: '2026-01-05' }]);
  expect(rowsDue([row], first, second)).toEqual([{ uscc: 'u', date: '2026-01-05', end: '2026-06-01' }]);
  expect(rowsDue([row], second, addDays(second, 30))).toEqual([]);
});
