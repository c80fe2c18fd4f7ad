import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formsOf, isFormOf, underForm } from '~/domain/policy/editor/change-form.ts';
import { bodyLayouts } from '~/domain/policy/editor/layout.ts';
import { readScheme } from '~/domain/policy/editor/read.ts';
import { writeScheme } from '~/domain/policy/editor/write.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';

const folder = new URL('../../../../prisma/seed/policy/schemes/', import.meta.url);
const schemes: Scheme[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);
const named = (code: string, version = 1): Scheme => {
  const found = schemes.find((scheme) => scheme.code === code && scheme.version === version);
  if (!found) throw new Error(`${code} is shipped`);
  return found;
};
const guangzhou = named('guangzhou-compensation');

/** The form of a scheme after a person changed some fields. */
const edited = (scheme: Scheme, change: { readonly [name: string]: string }) =>
  readScheme(scheme.kind, { ...writeScheme(scheme), ...change });

describe.each(schemes)('$code $version', (scheme) => {
  test('comes back out of its form as it went in: nothing is lost', () => {
    const read = readScheme(scheme.kind, writeScheme(scheme));
    expect(read.problems).toEqual([]);
    expect(read.body).toEqual(scheme.body);
    expect(read.examples).toEqual(scheme.examples);
  });
});

test('a band is added in a blank row and another taken away', () => {
  const added = edited(guangzhou, { 'body/bands/4/upToWan': '5000', 'body/bands/4/sharePpm': '12.5' });
  expect(added.problems).toEqual([]);
  expect(added.body).toMatchObject({ bands: [{}, {}, {}, { upToWan: 5000, sharePpm: 125_000 }] });
  const removed = edited(guangzhou, { 'body/bands/2/remove': 'yes' });
  expect(removed.body).toMatchObject({ bands: [{ upToWan: 500 }, { upToWan: 3000 }] });
});

test('a part that the scheme may lack goes and comes with its box', () => {
  expect(edited(guangzhou, { 'body/fuse/has': '' }).body).toMatchObject({ fuse: null });
  const with_ = edited(guangzhou, { 'body/pool/has': 'yes', 'body/pool/maxWan': '20000' });
  expect(with_.body).toMatchObject({ pool: { maxWan: 20_000, initialWan: null, sources: [] } });
});

test.each([
  [
    'a share that is no number',
    { 'body/bands/2/sharePpm': 'forty' },
    'body/bands/2/sharePpm',
    'form.percent',
  ],
  ['half a 万元', { 'body/bands/1/upToWan': '500.5' }, 'body/bands/1/upToWan', 'form.whole'],
  ['a figure that is left out', { 'body/ceilingPpm': '' }, 'body/ceilingPpm', 'form.required'],
  [
    'an amount with three decimals',
    { 'examples/1/expect/amountFen': '1.234' },
    'examples/1/expect/amountFen',
    'form.amount',
  ],
  ['bands out of order', { 'body/bands/2/upToWan': '100' }, 'body/bands', 'policy.bands-order'],
  ['a region that is no code', { 'body/coverage/regions': '440100 44x' }, 'body/coverage/regions', undefined],
])('%s is reported at its field', (_, change, name, message) => {
  const { problems } = edited(guangzhou, change);
  expect(problems.map((problem) => problem.name)).toEqual([name]);
  if (message) expect(problems[0]?.message).toBe(message);
});

test('a share above the whole is reported at its row, also when a row before it was taken away', () => {
  const { problems } = edited(guangzhou, { 'body/bands/1/remove': 'yes', 'body/bands/3/sharePpm': '120' });
  expect(problems).toMatchObject([{ name: 'body/bands/3/sharePpm', message: 'form.percent' }]);
});

test('shares of a funding that do not add up are reported at the funding', () => {
  const { problems } = edited(named('services-subsidy', 2), { 'body/funding/2/sharePpm': '9' });
  expect(problems).toMatchObject([{ name: 'body/funding', message: 'policy.funding-sum' }]);
});

describe('another formula', () => {
  test('keeps what both know, asks for what only the new one does, and comes out whole', () => {
    const flat = underForm(guangzhou, 'flat');
    expect(flat.body).toMatchObject({ form: 'flat', ceilingPpm: 500_000, yearCapWan: 150_000 });
    expect(flat.body).not.toHaveProperty('bands');
    const read = edited(flat, { 'body/sharePpm': '40' });
    expect(read.problems).toEqual([]);
    expect(read.body).toEqual({ ...flat.body, sharePpm: 400_000 });
    const byCause = edited(underForm(guangzhou, 'by-cause'), {});
    expect(byCause.problems.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['body/loanWan/min', 'body/loanWan/max', 'body/maxTermMonths', 'body/causes']),
    );
  });

  test.each(schemes)('$code $version: there and back loses only what the other does not know', (scheme) => {
    for (const form of formsOf[scheme.kind]) {
      const back = underForm(underForm(scheme, form), scheme.body.form).body as unknown as Record<
        string,
        unknown
      >;
      const known = new Set((bodyLayouts[form] ?? []).map(({ at }) => at));
      for (const [at, value] of Object.entries(scheme.body))
        if (known.has(at)) expect(back[at]).toEqual(value);
    }
  });

  test('a formula of the other kind changes nothing', () => {
    expect(isFormOf('compensation', 'points')).toBe(false);
    expect(underForm(guangzhou, 'points')).toBe(guangzhou);
  });
});
