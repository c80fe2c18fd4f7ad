import { dayNumber, momentsSeen, noEnd } from '~/domain/feature/columnar/columns.ts';
import { nextEdge } from '~/domain/feature/columnar/next-edge.ts';
import type { Tape } from '~/domain/feature/columnar/tape.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { cardHash } from '~/domain/score/card.ts';
import type { ScoreTask } from '~/domain/score/columnar/score-range.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import { uuidText } from '~/server/feature/segments/key-index.ts';
import type { Segments } from '~/server/feature/segments/open-segments.ts';
import { readWorld } from '~/server/score/columnar/read-world.ts';
import {
  chooseSubjects,
  type Plan,
  type RunWorld,
  type Subjects,
} from '~/server/score/columnar/run-world.ts';
import { readWatermark, type Watermark, writeWatermark } from '~/server/score/store-watermark.ts';

/**
 * What is known of earlier runs, so that the next one looks only at firms of which something can have changed. The
 * database keeps the watermark of it: a new process finds the rest again from the facts.
 */
type RunMemory = {
  readonly follower: string;
  readonly card: string;
  /** Of the segments: changes up to it have been taken note of. */
  snapshot: string;
  /** When the last run was that looked at all that was due; null before the first. */
  knownAt: Date | null;
  /** By firm: the day before which nothing changes without news. */
  edges: Int32Array;
  /** By firm and scope (public, full): a digest of the last answers; 0 before the first. */
  digests: Float64Array;
  /** Firms with news that no run has looked at. */
  readonly dirty: Set<number>;
  /** The consent that each firm was scored under. */
  readonly consents: Map<number, string>;
  /** What the tapes of the last run said of items that are shut, late or absent, by tape: digests of both. */
  standings: ReadonlyMap<string, string>;
};

let memory: RunMemory | null = null;

/** Forgets the runs of this process, as if it had just begun. */
export const forgetRuns = (): void => {
  memory = null;
};

/**
 * Takes note of what the segments say has changed. A new process, or one beside which another has run, begins from the
 * watermark; after a rebuild, with another card or with news that no watermark knows of, all firms are due.
 */
export async function noteChanges(tx: BatchTx, world: RunWorld, segments: Segments): Promise<void> {
  const { changed, manifest, since, table } = segments;
  const card = cardHash(world.card);
  const isSame = memory?.follower === manifest.follower && memory.card === card && memory.snapshot === since;
  if (!isSame || changed === null)
    memory = changed && (await memoryFrom(tx, await readWatermark(tx), world, segments));
  const known = memory ?? emptyMemory(manifest.follower, card);
  memory = known;
  known.snapshot = manifest.snapshot;
  for (const firm of changed ?? []) known.dirty.add(firm);
  if (known.edges.length === table.firms.size) return;
  const longer = new Int32Array(table.firms.size).fill(-noEnd, known.edges.length);
  longer.set(known.edges);
  known.edges = longer;
  const digests = new Float64Array(longer.length * 2);
  digests.set(known.digests);
  known.digests = digests;
}

const emptyMemory = (follower: string, card: string): RunMemory => ({
  follower,
  card,
  snapshot: '',
  knownAt: null,
  edges: new Int32Array(0),
  digests: new Float64Array(0),
  dirty: new Set(),
  consents: new Map(),
  standings: new Map(),
});

/**
 * What the process that wrote the watermark remembered, found again: the edges of all firms after the day of its last run.
 * Rows that were learnt since are there already, which makes an edge too early at most. Consents are those that were in
 * force then; one that was granted meanwhile orders its own score.
 */
async function memoryFrom(
  tx: BatchTx,
  watermark: Watermark | null,
  { knownAt, card }: RunWorld,
  segments: Segments,
): Promise<RunMemory | null> {
  const { table, names, manifest, since } = segments;
  const hash = cardHash(card);
  if (
    watermark?.follower !== manifest.follower ||
    watermark.snapshot !== since ||
    watermark.cardHash !== hash
  )
    return null;
  const then = await readWorld(tx, watermark.knownAt);
  const every = Array.from({ length: table.firms.size }, (_, firm) => firm);
  const { firm: firms, tape, tapes, consents } = chooseSubjects(then, segments, every);
  const seen = momentsSeen(names.moments.times, knownAt.getTime());
  const found = { ...emptyMemory(manifest.follower, hash), knownAt: watermark.knownAt };
  found.edges = new Int32Array(table.firms.size).fill(noEnd);
  found.digests = new Float64Array(table.firms.size * 2);
  found.standings = new Map(Object.entries(watermark.standings));
  for (const [subject, firm] of firms.entries()) {
    const [from, to] = [table.start[firm] as number, table.end[firm] as number];
    const edge = nextEdge(tapes[tape[subject] as number] as Tape, table.columns, from, to, seen);
    found.edges[firm] = Math.min(edge, found.edges[firm] as number);
    const consent = consents[subject];
    if (consent) found.consents.set(firm, consent.consentId);
  }
  for (const id of watermark.waiting) {
    const firm = table.firms.find(Buffer.from(id.replaceAll('-', ''), 'hex'), 0);
    if (firm >= 0) found.dirty.add(firm);
  }
  return found;
}

/** Keeps the watermark of what is remembered, in the transaction of the run itself. */
export async function keepWatermark(tx: BatchTx, { table }: Segments): Promise<void> {
  if (!memory?.knownAt) return;
  const { follower, snapshot, card, knownAt, standings, dirty } = memory;
  await writeWatermark(tx, {
    follower,
    snapshot,
    cardHash: card,
    knownAt,
    standings: Object.fromEntries(standings),
    waiting: [...dirty]
      .filter((firm) => table.scored[firm] === 1 && table.wide[firm] === 0)
      .map((firm) => uuidText(table.firms.keys, firm * 16)),
  });
}

/**
 * Which of the firms a run must look at: those with news, those with an edge up to the day, those whose consent is another
 * one, and those of whose items one began or ceased to count as supplied.
 */
export function dueFirms(
  world: RunWorld,
  { firm: firms, tape, tapes, keys, consents }: Subjects,
): Set<number> {
  const { edges, dirty, standings, consents: before } = memory as RunMemory;
  const asOf = dayNumber(world.asOf);
  const isMoved = tapes.map(
    (each, place) => standings.get(sha256(keys[place] as string)) !== standingOf(each),
  );
  const due = new Set<number>();
  const now = new Set<number>();
  for (let subject = 0; subject < firms.length; subject++) {
    const firm = firms[subject] as number;
    const consent = consents[subject];
    if (consent) now.add(firm);
    if (
      (edges[firm] as number) <= asOf ||
      isMoved[tape[subject] as number] ||
      (consent && before.get(firm) !== consent.consentId) ||
      dirty.has(firm)
    )
      due.add(firm);
  }
  for (const firm of before.keys()) if (!now.has(firm)) due.add(firm);
  return due;
}

/**
 * Whether a subject's sheet would say what the last run of this process said, and nothing was learnt since: it was looked at
 * for an edge that moved none of its values.
 */
export function isAsBefore({ task, consentOf }: Plan, subject: number): boolean {
  const { digests, dirty, consents } = memory as RunMemory;
  const firm = task.firm[subject] as number;
  const consent = consentOf(subject);
  if (dirty.has(firm) || (consent && consents.get(firm) !== consent.consentId)) return false;
  return digests[firm * 2 + (consent ? 1 : 0)] === digestOf(task, subject);
}

/** Fifty-three bits over the values and gaps of a subject, never 0. */
function digestOf({ answers, tapes }: ScoreTask, subject: number): number {
  const features = tapes[0]?.features ?? 0;
  const words = new Uint32Array(answers.values.buffer, subject * features * 8, features * 2);
  let [a, b] = [0x811c_9dc5, 0x9e37_79b9];
  for (let i = 0; i < words.length; i++) {
    a = Math.imul(a ^ (words[i] as number), 0x0100_0193);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ (words[i] as number), 0x85eb_ca6b);
  }
  for (let i = subject * features; i < (subject + 1) * features; i++) {
    a = Math.imul(a ^ (answers.gaps[i] as number), 0x0100_0193);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ (answers.gaps[i] as number), 0xc2b2_ae35);
  }
  return (a >>> 0) * 0x20_0000 + ((b >>> 11) | 1);
}

/**
 * Remembers until when the firms of a run stay as they are. When the run is not written after all, `forgetRuns`. `dueAt`
 * is the instant of a run that looked at all that was due.
 */
export function remember({ task, consentOf }: Plan, subjects: Subjects, dueAt: Date | null): void {
  if (!memory) return;
  if (dueAt) memory.knownAt = dueAt;
  const { edges, dirty, consents } = memory;
  for (let subject = 0; subject < task.firm.length; subject++) {
    const firm = task.firm[subject] as number;
    const consent = consentOf(subject);
    const [from, to] = [task.start[firm] as number, task.end[firm] as number];
    const edge = nextEdge(
      task.tapes[task.tape[subject] as number] as Tape,
      task.columns,
      from,
      to,
      task.seen,
    );
    memory.digests[firm * 2 + (consent ? 1 : 0)] = digestOf(task, subject);
    edges[firm] = consent ? Math.min(edge, edges[firm] as number) : edge;
    if (consent) consents.set(firm, consent.consentId);
    else consents.delete(firm);
    dirty.delete(firm);
  }
  memory.standings = new Map(
    subjects.tapes.map((tape, place) => [sha256(subjects.keys[place] as string), standingOf(tape)]),
  );
}

/** A digest of what a tape says beyond its day: which features are shut, what absence means, which codes there are. */
const standingOf = ({ shut, absent, relief, emptyGap, first, feature, companion }: Tape): string =>
  sha256([shut, absent, relief, emptyGap, first, feature, companion].map((array) => array.join()).join(';'));
