import { expect, test } from 'vitest';
import { mostDrawn, type PortraitNode, placeNodes } from './portrait.ts';

const node = (key: string, distance: number): PortraitNode => ({ key, name: key, type: 'firm', distance });

test('the firm stands in the middle, every other node at a place of its own', () => {
  const nodes = [node('self', 0), ...Array.from({ length: 30 }, (_, i) => node(`n${i}`, i < 9 ? 1 : 2))];
  const ties = nodes.slice(10).map(({ key }, i) => ({
    from: key,
    to: `n${i % 9}`,
    kind: 'guarantee' as const,
    sharePpm: null,
    since: null,
    trade: null,
  }));
  const placed = placeNodes(nodes, ties);
  expect(placed).toHaveLength(mostDrawn);
  expect(placed[0]).toMatchObject({ key: 'self', x: 0, y: 0 });
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(mostDrawn);
  expect(placeNodes(nodes.toReversed(), ties)).toHaveLength(mostDrawn);
});
