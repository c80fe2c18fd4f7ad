import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphStandings, type RelationKind, relationKinds, type Tie } from './relation-graph.ts';

const tie = (firm: string, kind: RelationKind, party: string, partyFirm: string | null = null): Tie => ({
  firm,
  kind,
  party,
  partyFirm,
});

test('a guarantee circle reaches over firms whatever the direction, and counts guaranteed firms that are not known', () => {
  const found = graphStandings([
    tie('a', 'guarantee', 'code-b', 'b'),
    tie('c', 'guarantee', 'code-b', 'b'),
    tie('c', 'guarantee', 'code-elsewhere'),
    tie('d', 'shareholder', 'person'),
  ]);
  expect(found.get('a')?.circleFirms).toBe(3);
  expect(found.get('b')?.circleFirms).toBe(3);
  expect(found.get('d')).toEqual({ circleFirms: 0, controlFirms: 0 });
});

test('common control is one controller or representative of several firms, or one firm that controls another', () => {
  const found = graphStandings([
    tie('a', 'controller', 'person'),
    tie('b', 'legal-representative', 'person'),
    tie('c', 'controller', 'code-a', 'a'),
    tie('d', 'shareholder', 'person'),
  ]);
  expect(['a', 'b', 'c', 'd'].map((firm) => found.get(firm)?.controlFirms)).toEqual([2, 2, 2, 0]);
});

test('circles are those of a search that walks every tie, in any order of ties', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const ties = fc.array(
    fc
      .record({ firm: name, kind: fc.constantFrom(...relationKinds), party: name })
      .map((t) => ({ ...t, partyFirm: t.party })),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(ties, (given) => {
      const found = graphStandings(given);
      expect(graphStandings(given.toReversed())).toEqual(found);
      for (const [firm, { circleFirms }] of found) {
        const reached = new Set([firm]);
        for (let size = 0; size < reached.size; ) {
          size = reached.size;
          for (const { firm: a, kind, party: b } of given)
            if (kind === 'guarantee' && (reached.has(a) || reached.has(b))) reached.add(a).add(b);
        }
        expect(circleFirms).toBe(reached.size - 1);
      }
    }),
  );
});
