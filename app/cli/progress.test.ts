import { expect, test } from 'vitest';
import { barLine } from './progress.ts';

test.each([
  [0, 2000, 0, 'Scoring ░░░░░░░░░░░░░░░░░░░░░░░░ 0% 0/2,000 · 0 s'],
  [1320, 2000, 3, 'Scoring ████████████████░░░░░░░░ 66% 1,320/2,000 · 440/s · 3 s'],
  [2000, 2000, 4, 'Scoring ████████████████████████ 100% 2,000/2,000 · 500/s · 4 s'],
  [0, 0, 0, 'Scoring ████████████████████████ 100% 0/0 · 0 s'],
])('%d of %d after %d s', (count, total, seconds, line) => {
  expect(barLine('Scoring', count, total, seconds)).toBe(line);
});
