import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReference } from '#prisma/seed/read-csv.ts';
import { insist } from '~/domain/kernel/result.ts';
import {
  checkDigit,
  normaliseUscc,
  organisationCheck,
  type RegionStanding,
  readUscc,
  synthesiseUscc,
  syntheticSerials,
} from './uscc.ts';

const current = new Set<string>();
const abolished = new Set<string>();
for (const row of readReference('gbt2260_divisions.csv'))
  (row.status === 'active' ? current : abolished).add(row.code ?? '');
const outside = new Set(
  readReference('uscc_region_codes_outside_gbt2260.csv').map((row) => row.region_code ?? ''),
);
const standing: RegionStanding = (code) =>
  current.has(code) ? 'current' : abolished.has(code) ? 'abolished' : outside.has(code) ? 'outside' : null;

const read = (text: string) => insist(readUscc(text, standing));
const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

describe('codes of the register', () => {
  const examples = readReference('uscc_valid_examples.csv');

  test.each(examples.filter((row) => row.valid_checksum === '1'))('$name passes without a warning', (row) => {
    expect(read(row.uscc ?? '')).toMatchObject({
      uscc: row.uscc,
      regionCode: row.region_code,
      kind: 'company',
      warnings: [],
    });
  });

  test.each(examples.filter((row) => row.valid_checksum === '0'))('$uscc: $note', (row) => {
    const result = readUscc(row.uscc ?? '', standing);
    if (!result.ok) expect(result.refusal.code).toMatch(/length|alphabet/);
    else expect(result.value.warnings).toContain('check-digit');
    expect(result.ok).toBe(/must fail/.test(row.note ?? ''));
  });
});

test('an early Fujian pilot code is taken with a warning that says so', () => {
  expect(checkDigit('91350203M0001QAY9')).toBe('9');
  expect(read('91350203M0001QAY9B').warnings).toEqual(
    expect.arrayContaining(['check-digit', 'legacy-pilot-code']),
  );
});

test.each([
  ['９１６４０１００ＭＡＸＸ０００１５Ｋ', '91640100MAXX00015K'],
  [' 9164 0100-maxx 0001 5k\u200b', '91640100MAXX00015K'],
])('%s is read as %s', (typed, uscc) => {
  expect(normaliseUscc(typed)).toBe(uscc);
  expect(read(typed).warnings).toEqual([]);
});

test.each([
  ['91990000MAXX0001', 'enterprise.uscc-length', { length: 16 }],
  ['', 'enterprise.uscc-length', { length: 0 }],
  ['91640100MAXXOOO15K', 'enterprise.uscc-alphabet', { characters: 'O' }],
])('%s is refused: %s', (typed, code, facts) => {
  expect(readUscc(typed, standing)).toEqual({ ok: false, refusal: { code, ...facts } });
});

test('sole traders are known by authority 9 and class 2', () => {
  expect(read('92640100MAXX12B32X').kind).toBe('sole-trader');
  expect(read('91640100MAXX00015K').kind).toBe('company');
});

test('a region nobody knows is a warning, one abolished since is another', () => {
  expect(read(synthesiseUscc({ regionCode: '999999', serial: 1 })).warnings).toEqual(['unknown-region']);
  expect(read(synthesiseUscc({ regionCode: '110103', serial: 1 })).warnings).toEqual(['abolished-region']);
  expect(read(synthesiseUscc({ regionCode: '440101', serial: 1 })).warnings).toEqual([]);
});

test('the synthetic codes of domain.md §2.1 come out of the generator', () => {
  expect(synthesiseUscc({ regionCode: '640100', serial: 1 })).toBe('91640100MAXX00015K');
  expect(organisationCheck('MAXX00A7')).toBe('8');
  expect(checkDigit('91220400MAXX00A78')).toBe('8');
});

test('every synthetic code is valid, recognisable and its own', () => {
  const serial = fc.integer({ min: 0, max: syntheticSerials - 1 });
  fc.assert(
    fc.property(serial, serial, fc.constantFrom(...current), (a, b, regionCode) => {
      const code = synthesiseUscc({ regionCode, serial: a, kind: 'sole-trader' });
      expect(read(code)).toMatchObject({ uscc: code, regionCode, kind: 'sole-trader', warnings: [] });
      expect(code.slice(8, 12)).toBe('MAXX');
      expect(code === synthesiseUscc({ regionCode, serial: b, kind: 'sole-trader' })).toBe(a === b);
    }),
  );
});

test('changing any one character breaks the check', () => {
  fc.assert(
    fc.property(
      fc.nat(syntheticSerials - 1),
      fc.nat(17),
      fc.constantFrom(...alphabet),
      (serial, at, other) => {
        const code = synthesiseUscc({ regionCode: '640100', serial });
        fc.pre(code.charAt(at) !== other);
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        expect(read(changed).warnings).toContain('check-digit');
      },
    ),
  );
});

test('a serial or region that has no code is a fault', () => {
  expect(() => synthesiseUscc({ regionCode: '640100', serial: syntheticSerials })).toThrow(RangeError);
  expect(() => synthesiseUscc({ regionCode: '64', serial: 1 })).toThrow(RangeError);
});
