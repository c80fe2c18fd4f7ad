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

test('a chain runs outwards ring by ring, and what hangs from one node stays on its side', () => {
  const tied = (from: string, to: string) => ({
    ...{ from, to, kind: 'guarantee' as const, sharePpm: null, since: null, trade: null },
  });
  const nodes = [node('self', 0), node('a', 1), node('b', 1), node('c', 2), node('d', 2), node('e', 3)];
  const ties = [tied('a', 'self'), tied('b', 'self'), tied('c', 'a'), tied('d', 'a'), tied('e', 'c')];
  const at = new Map(placeNodes(nodes, ties).map((placed) => [placed.key, placed]));
  const height = (key: string) => at.get(key)?.y ?? 0;
  expect(height('a')).toBeLessThan(0);
  expect(height('b')).toBeGreaterThan(0);
  expect(height('c')).toBeLessThan(height('a')); // beyond the node that they hang from, not across the middle
  expect(height('d')).toBeLessThan(height('a'));
  expect(height('e')).toBeLessThan(height('c'));
});
