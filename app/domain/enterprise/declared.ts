import { type Fen, parseYuan } from '~/domain/kernel/money.ts';

/** Persons as people write them: `18`, `1,200`, `35人`; null when it is no whole number of at most seven digits. */
export function parseHeadcount(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/[,\s]|人$/g, '');
  return /^\d{1,7}$/.test(digits) ? Number(digits) : null;
}

/** An amount written in 万元: `520.5`, `1,200`, `300万元`; null when it is none or negative. */
export function parseWan(text: string): Fen | null {
  const amount = parseYuan(
    `${text
      .normalize('NFKC')
      .trim()
      .replace(/\s*万?元?$/, '')}万`,
  );
  return amount !== null && amount >= 0n ? amount : null;
}
