import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { basisIn } from './legal-basis.ts';

const seed = new URL('../../prisma/seed/', import.meta.url);
const files = ['policy/', 'policy/schemes/'].flatMap((folder) =>
  readdirSync(new URL(folder, seed))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}${name}`),
);

/** The legal bases anywhere in a file of policy data. */
function basesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'legalBasis' && typeof part === 'string' ? [part] : basesIn(part),
  );
}

test.each([...files, 'catalogue/items.json'])('every legal basis of %s is there in English', (file) => {
  const found: unknown = JSON.parse(readFileSync(new URL(file, seed), 'utf8'));
  const { legalBasis } = found as { legalBasis?: { zh?: string } };
  const bases = legalBasis?.zh ? [legalBasis.zh] : basesIn(found);
  expect(bases.length).toBeGreaterThan(0);
  for (const basis of bases) {
    expect(basisIn(basis, 'en'), basis).not.toMatch(/\p{Script=Han}/u);
    expect(basisIn(basis, 'zh-CN')).toBe(basis);
  }
});

test('a basis that somebody typed stands as it was typed', () => {
  expect(basisIn('市府办〔2027〕3号', 'en')).toBe('市府办〔2027〕3号');
});
