import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { showPpm } from '~/text/format.ts';
import { BarChart } from './bar-chart.tsx';
import { CurveChart } from './curve-chart.tsx';
import { TrendChart } from './trend-chart.tsx';

const head = { title: 'Rate', description: 'By month' };
type Tick = (value: number) => string;
const tick: Tick = (ppm) => showPpm(ppm, 'en', 2);

test.each([0, 1, 2, 3, 7])('a scale of whole figures up to %d has lines at whole figures only', (top) => {
  for (const chartOf of [
    (tick: Tick) => <TrendChart {...head} tick={tick} points={[{ label: 'June', value: top }]} />,
    (tick: Tick) => (
      <CurveChart {...head} tick={tick} across="Month" curves={[{ label: '2026', values: [0, top] }]} />
    ),
    (tick: Tick) => <BarChart {...head} tick={tick} bars={[{ label: 'June', value: top, text: '' }]} />,
  ]) {
    const drawn: number[] = [];
    const noting = (value: number) => {
      drawn.push(value);
      return tick(value);
    };
    renderToStaticMarkup(chartOf(noting));
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.filter((value) => !Number.isInteger(value))).toEqual([]);
  }
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
