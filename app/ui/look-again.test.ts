import { expect, test } from 'vitest';
import { pauseAfter } from './look-again.tsx';

test('a page that waits looks more and more slowly, and stops when nothing came for five minutes', () => {
  expect([0, 59_999, 60_000, 299_999, 300_000, 9_000_000].map(pauseAfter)).toEqual([
    1_500,
    1_500,
    10_000,
    10_000,
    null,
    null,
  ]);
  let [waited, looks] = [0, 0];
  for (let pause = pauseAfter(0); pause !== null; pause = pauseAfter(waited), looks += 1) waited += pause;
  expect(looks).toBeLessThan(70);
});
