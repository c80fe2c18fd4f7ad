import { type RawTable, tableBuilder } from '~/domain/score/training/raw-table.ts';

/**
 * Made-up firms with an outcome that depends on revenue, age, industry, arrears and, together, on age and export: for
 * tests and benches, reproducible without a clock or a source of chance.
 */
export function sampleCases(n: number): RawTable {
  const builder = tableBuilder([
    'id',
    'bad',
    'revenue',
    'debt',
    'years',
    'export',
    'industry',
    'arrears',
    'noise',
  ]);
  let state = 12_345;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < n; i++) {
    const revenue = Math.round(10 ** (4 + 4 * next())) / 100;
    const years = Math.floor(next() * 25);
    const isExporter = next() < 0.4;
    const industry = ['A', 'C', 'F', 'G', 'K'][Math.floor(next() * 5)] ?? 'A';
    const arrears = next() < 0.3 ? null : next() < 0.1 ? -9 : Math.floor(next() * 4);
    const debt = Math.round(revenue * next() * 100) / 100;
    const young = years < 8;
    const risk =
      -1.4 -
      0.6 * Math.log10(revenue / 1000) +
      (young ? 0.5 : -0.4) +
      (young === isExporter ? 0.9 : -0.9) +
      (industry === 'K' ? 0.8 : industry === 'F' ? 0.4 : 0) +
      (arrears === null ? 0.3 : 0.5 * Math.max(arrears, 0)) +
      1.5 * (debt / revenue - 0.5);
    const isBad = next() < 1 / (1 + Math.exp(-risk));
    const cells = [
      `firm-${i}`,
      Number(isBad),
      revenue,
      debt,
      years,
      isExporter ? 1 : 0,
      industry,
      arrears ?? '',
      Math.floor(next() * 1000),
    ];
    builder.add(cells.map(String));
  }
  return builder.finish();
}
