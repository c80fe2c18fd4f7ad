import { expect, test } from 'vitest';
import { kindsThen, type RecordThen } from '~/server/application/as-of-shown.ts';

const record = (itemEn: string, knownOn: string) =>
  ({ itemZh: `${itemEn}项`, itemEn, knownOn }) as RecordThen;

test('kinds are counted over all records, also behind the first hundred that a page shows', () => {
  const days = Array.from({ length: 28 }, (_, i) => `2026-02-${String(i + 1).padStart(2, '0')}`);
  const payments = Array.from({ length: 150 }, (_, i) => record('payment', days[i % 28] ?? ''));
  expect(kindsThen([...payments, record('judgment', '2026-01-05'), record('payment', '2026-01-04')])).toEqual(
    [
      { zh: 'payment项', en: 'payment', count: 151, last: '2026-02-28' },
      { zh: 'judgment项', en: 'judgment', count: 1, last: '2026-01-05' },
    ],
  );
});
