import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, day, startOf } from '~/domain/kernel/day.ts';
import { changesBetween, endOf, moversOf, standingsAt, unsealed, type Version } from './as-of.ts';

type Said = Version & { readonly says: number };
type Ask = { readonly record: number; readonly op: 'say' | 'revoke' | 'seal'; readonly later: number };
type Model = Map<string, number>;

const first = day('2026-03-02');

/** Days pass, records are asserted, corrected, revoked, sealed and brought back; a snapshot is taken at each day's end. */
function live(asks: readonly Ask[]) {
  const rows: Said[] = [];
  const heads = new Map<string, Said>();
  const model: Model = new Map();
  const snapshots = new Map<Day, Model>();
  let today = first;
  for (const [at, { record, op, later }] of asks.entries()) {
    for (let passed = 0; passed < later; passed++) {
      snapshots.set(today, new Map(model));
      today = addDays(today, 1);
    }
    const key = `r${record}`;
    const head = heads.get(key);
    const isSilent = head?.op === 'revoke' || head?.op === 'seal';
    if (op !== 'say' && (!head || isSilent)) continue;
    if (op === 'say' && head?.op === 'revoke') continue;
    const row: Said = {
      id: `v${at}`,
      key,
      op: op === 'say' ? (head ? 'correct' : 'assert') : op,
      supersedes: head?.id ?? null,
      knownAt: new Date(startOf(today).getTime() + 3_600_000 + at),
      says: at,
    };
    rows.push(row);
    heads.set(key, row);
    if (op === 'say') model.set(key, at);
    else model.delete(key);
  }
  snapshots.set(today, new Map(model));
  const sealed = [...heads].filter(([, { op }]) => op === 'seal').map(([key]) => key);
  return { rows, snapshots, sealed };
}

const story = fc.array(
  fc.record({
    record: fc.integer({ min: 0, max: 5 }),
    op: fc.constantFrom('say', 'say', 'revoke', 'seal'),
    later: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 60 },
) as fc.Arbitrary<Ask[]>;

const saidAt = (rows: readonly Said[], on: Day): Model =>
  new Map(
    [...standingsAt(rows, endOf(on))].flatMap(([key, { state, row }]) =>
      state === 'live' ? [[key, row.says] as const] : [],
    ),
  );

test('the state rebuilt as of a day is the snapshot that was taken on it, whatever order the rows are read in', () => {
  fc.assert(
    fc.property(story, (asks) => {
      const { rows, snapshots } = live(asks);
      for (const [on, snapshot] of snapshots) {
        expect(saidAt(rows, on)).toEqual(snapshot);
        expect(saidAt([...rows].reverse(), on)).toEqual(snapshot);
      }
    }),
  );
});

test('to a bank a record that is sealed in the end was there on no day, and nothing else is missing', () => {
  fc.assert(
    fc.property(story, (asks) => {
      const { rows, snapshots, sealed } = live(asks);
      for (const [on, snapshot] of snapshots) {
        const rest = new Map([...snapshot].filter(([key]) => !sealed.includes(key)));
        expect(saidAt(unsealed(rows), on)).toEqual(rest);
      }
    }),
  );
});

test('the changes between two days lead from the one snapshot to the other', () => {
  fc.assert(
    fc.property(story, fc.nat(), fc.nat(), (asks, a, b) => {
      const { rows, snapshots } = live(asks);
      const days = [...snapshots.keys()];
      const [from, to] = [a % days.length, b % days.length]
        .sort((x, y) => x - y)
        .map((at) => days[at] as Day);
      const moved = new Map(snapshots.get(from as Day));
      for (const { key, kind, before, after } of changesBetween(rows, endOf(from as Day), endOf(to as Day))) {
        expect(before?.says ?? null).toBe(moved.get(key) ?? null);
        expect(after === null).toBe(kind === 'revoked' || kind === 'repaired');
        if (after) moved.set(key, after.says);
        else moved.delete(key);
      }
      expect(moved).toEqual(snapshots.get(to as Day));
    }),
  );
});

test('each record that moved a feature is named with what happened to it', () => {
  const at = (n: number) => new Date(startOf(addDays(first, n)).getTime() + 1);
  const row = (id: string, key: string, op: Version['op'], supersedes: string | null, n: number) => ({
    id,
    key,
    op,
    supersedes,
    knownAt: at(n),
  });
  const rows = [
    row('a', 'A', 'assert', null, 0),
    row('a2', 'A', 'correct', 'a', 5),
    row('b', 'B', 'assert', null, 0),
    row('b2', 'B', 'revoke', 'b', 5),
    row('c', 'C', 'assert', null, 5),
    row('d', 'D', 'assert', null, 0),
  ];
  const changes = changesBetween(rows, endOf(first), endOf(addDays(first, 9)));
  const moved = moversOf({ before: ['a', 'b', 'd'], after: ['a2', 'c'] }, changes);
  expect(moved).toEqual([
    { id: 'a', why: 'corrected' },
    { id: 'b', why: 'revoked' },
    { id: 'd', why: 'window' },
    { id: 'a2', why: 'corrected' },
    { id: 'c', why: 'added' },
  ]);
});
