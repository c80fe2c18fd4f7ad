import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { showPpm } from '~/text/format.ts';
import { BarChart } from './bar-chart.tsx';
import { CurveChart } from './curve-chart.tsx';
import { TrendChart } from './trend-chart.tsx';

const head = { title: 'Rate', description: 'By month' };
const tick = (ppm: number) => showPpm(ppm, 'en', 2);

test.each([0, 1, 2, 3, 7])('a scale of whole figures up to %d has lines at whole figures only', (top) => {
  for (const chart of [
    <TrendChart key="trend" {...head} tick={tick} points={[{ label: 'June', value: top }]} />,
    <CurveChart
      key="curve"
      {...head}
      tick={tick}
      across="Month"
      curves={[{ label: '2026', values: [0, top] }]}
    />,
    <BarChart key="bar" {...head} tick={tick} bars={[{ label: 'June', value: top, text: tick(top) }]} />,
  ])
    expect(() => renderToStaticMarkup(chart)).not.toThrow();
});

test('a line without any point says why in place of a drawing', () => {
  const points = [
    { label: 'May', value: null },
    { label: 'June', value: null, text: 'kept back' },
  ];
  const shown = renderToStaticMarkup(<TrendChart {...head} tick={tick} points={points} />);
  expect(shown).not.toContain('<svg aria-hidden="true" class="num');
  expect(shown).toContain('kept back');
});

test('figures with fractions keep lines between whole ones', () => {
  const shown = renderToStaticMarkup(
    <TrendChart {...head} tick={(value) => value.toFixed(2)} points={[{ label: 'June', value: 0.3 }]} />,
  );
  expect(shown).toContain('0.20');
});
