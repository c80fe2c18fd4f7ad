import { describe, expect, test } from 'vitest';
import type { Day } from '~/domain/kernel/day.ts';
import type { Sheet } from '~/server/platform/pdf-sheet.ts';
import type { Locale } from '~/text/define.ts';
import { drawModel, writeModel } from './draw-model.ts';
import type { ModelPage } from './draw-model-evidence.ts';

const page: ModelPage = {
  version: 'stat-9',
  kind: 'statistical',
  role: 'challenger',
  hash: 'ab',
  at: '2026-11-01T00:00:00.000Z',
  purpose: 'pre-loan',
  origin: 'own',
  sample: null,
  about: {
    rows: 4_321,
    bads: 123,
    aucPpm: 741_000,
    ksPpm: 352_000,
    label: 'bad = 1',
    scaling: { baseScoreMilli: 600_000, baseOdds: 20, pdoMilli: 20_000, rate: 2 },
    golden: 3,
    features: ['years-registered'],
    characteristics: 1,
  },
  shadow: {
    since: '2026-10-01T00:00:00.000Z',
    days: Array.from({ length: 20 }, (_, at) => ({
      day: `2026-10-${String(at + 1).padStart(2, '0')}` as Day,
      against: 'own-1',
      firms: 900 + at,
      agreeing: 500,
      higher: 200,
      lower: 200 + at,
    })),
    promotion: null,
  },
  importedBy: null,
  nextRoles: [],
  open: null,
  proposals: [],
  thresholds: {
    psiWatchPpm: 100_000,
    psiActPpm: 250_000,
    aucWatchPpm: 650_000,
    aucActPpm: 600_000,
    ksWatchPpm: 250_000,
    ksActPpm: 200_000,
    leastOutcomes: 50,
    leastBads: 10,
    smallestGroup: 20,
    impactPpm: 800_000,
  },
  months: [],
  csi: [{ code: 'years-registered*penalty-count-36m', ppm: 300_000, light: 'act' }],
  calibration: [
    {
      band: 3,
      loans: 120,
      bads: 30,
      seenPpm: 250_000,
      saidPpm: 30_000,
      lowPpm: 0,
      highPpm: 60_522,
      light: 'act',
    },
  ],
  impact: [],
  names: {},
  range: { low: 0, high: 1_000_000 },
  fifths: [{ rule: 1, card: 2, firms: 777 }],
  backTest: { source: 'training', aucPpm: 712_000, ksPpm: 331_000 },
};

/** Everything that is written, in its order. */
function written(of: ModelPage, locale: Locale): string[] {
  const said: string[] = [];
  const add = (...texts: readonly string[]) => void said.push(...texts);
  const sheet = {
    facts: (pairs: readonly (readonly [string, string])[]) => add(...pairs.flat()),
    heading: add,
    paragraph: add,
    list: (lines: readonly string[]) => add(...lines),
    grid: (head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[]) => {
      for (const row of rows) expect(row).toHaveLength(head.length);
      expect(shares).toHaveLength(head.length);
      add(...head, ...rows.flat());
    },
  };
  writeModel(sheet as unknown as Sheet, of, locale);
  return said;
}

describe('the model document', () => {
  test('holds back-test, shadow, calibration, thresholds and limits of use, in both languages', () => {
    const zh = written(page, 'zh-CN');
    for (const heading of ['回测', '影子对照', '校准与回测', '监测阈值', '使用限制'])
      expect(zh).toContain(heading);
    const en = written(page, 'en');
    for (const said of [zh, en])
      expect(said).toEqual(
        expect.arrayContaining([
          '71.2%',
          '33.1%',
          '919',
          '777',
          '120 / 30',
          '25.0%',
          '0.0% – 6.1%',
          '> 0.250',
          '< 60.0%',
        ]),
      );
    expect(en).toContain('the test rows of the training');
    expect(en.join('\n')).toContain('A challenger now');
    expect(en.join('\n')).toContain('(bad = 1; 4,321 rows, 123 bad)');
    expect(en.filter((text) => text === 'own-1')).toHaveLength(14);
    expect(en).toContain('0.300 act');
  });

  test('says what there is not yet', () => {
    const bare: ModelPage = {
      ...page,
      role: 'retired',
      shadow: null,
      backTest: null,
      calibration: [],
      fifths: [],
    };
    const said = written(bare, 'en').join('\n');
    for (const none of [
      'None yet: too few own loans',
      'It never ran as a challenger',
      'No loan can be judged yet',
      'Retired: not to be used',
    ])
      expect(said).toContain(none);
  });

  test('is a document of A4 pages', async () => {
    const bytes = await drawModel(page, { at: '2026-11-27T00:00:00.000Z', locale: 'zh-CN' });
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length,
    ).toBeGreaterThanOrEqual(2);
  });
});
