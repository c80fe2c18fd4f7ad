import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Basis, basisIn } from './legal-basis.ts';

const seed = new URL('../../prisma/seed/', import.meta.url);
const files = ['policy/', 'policy/schemes/'].flatMap((folder) =>
  readdirSync(new URL(folder, seed))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}${name}`),
);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, seed), 'utf8'));

function expectBoth(basis: Basis): void {
  expect(basisIn(basis, 'zh-CN')).toMatch(/\p{Script=Han}/u);
  expect(basisIn(basis, 'en')).toMatch(/[a-z]/);
  expect(basisIn(basis, 'en')).not.toMatch(/\p{Script=Han}/u);
}

test.each(files)('every version of %s names its legal basis in both languages', (file) => {
  const versions = [read(file)].flat() as Basis[];
  expect(versions.length).toBeGreaterThan(0);
  versions.forEach(expectBoth);
});

test('the catalogue that ships names its legal basis in both languages', () => {
  const { legalBasis } = read('catalogue/items.json') as { legalBasis: { zh: string; en: string } };
  expectBoth({ legalBasis: legalBasis.zh, legalBasisEn: legalBasis.en });
});

test('a basis of before English was asked for stands in Chinese', () => {
  expect(basisIn({ legalBasis: '市府办〔2027〕3号', legalBasisEn: '' }, 'en')).toBe('市府办〔2027〕3号');
});
