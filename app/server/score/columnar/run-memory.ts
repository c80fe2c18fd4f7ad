import { dayNumber, noEnd } from '~/domain/feature/columnar/columns.ts';
import { nextEdge } from '~/domain/feature/columnar/next-edge.ts';
import type { Tape } from '~/domain/feature/columnar/tape.ts';
import { cardHash } from '~/domain/score/card.ts';
import type { ScoreTask } from '~/domain/score/columnar/score-range.ts';
import type { Segments } from '~/server/feature/segments/open-segments.ts';
import type { Plan, RunWorld, Subjects } from '~/server/score/columnar/run-world.ts';

/**
 * What the runs of this process remember, so that the next one looks only at firms of which something can have changed.
 * It is lost with the process: the first run then looks at all.
 */
type RunMemory = {
  readonly follower: string;
  readonly card: string;
  /** By firm: the day before which nothing changes without news. */
  edges: Int32Array;
  /** By firm and scope (public, full): a digest of the last answers; 0 before the first. */
  digests: Float64Array;
  /** Firms with news that no run has looked at. */
  readonly dirty: Set<number>;
  /** The consent that each firm was scored under. */
  readonly consents: Map<number, string>;
  /** What the tapes of the last run said of items that are shut, late or absent, by tape. */
  standings: ReadonlyMap<string, string>;
};

let memory: RunMemory | null = null;

/** Forgets the runs of this process, as if it had just begun. */
export const forgetRuns = (): void => {
  memory = null;
};

/** Takes note of what the segments say has changed; after a rebuild, or with another card, all is new. */
export function noteChanges(world: RunWorld, { changed, manifest, table }: Segments): void {
  const { follower } = manifest;
  const card = cardHash(world.card);
  const unknown = (from: number) => new Int32Array(table.firms.size).fill(-noEnd, from);
  if (!memory || changed === null || memory.follower !== follower || memory.card !== card)
    memory = {
      follower,
      card,
      edges: unknown(0),
      digests: new Float64Array(table.firms.size * 2),
      dirty: new Set(),
      consents: new Map(),
      standings: new Map(),
    };
  for (const firm of changed ?? []) memory.dirty.add(firm);
  if (memory.edges.length === table.firms.size) return;
  const longer = unknown(memory.edges.length);
  longer.set(memory.edges);
  memory.edges = longer;
  const digests = new Float64Array(longer.length * 2);
  digests.set(memory.digests);
  memory.digests = digests;
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
  const isMoved = tapes.map((each, place) => standings.get(keys[place] as string) !== standingOf(each));
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

/** Remembers until when the firms of a run stay as they are. When the run is not written after all, `forgetRuns`. */
export function remember({ task, consentOf }: Plan, subjects: Subjects): void {
  if (!memory) return;
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
    subjects.tapes.map((tape, place) => [subjects.keys[place] as string, standingOf(tape)]),
  );
}

/** What a tape says beyond its day: which features are shut, what absence means, which codes there are. */
const standingOf = ({ shut, absent, relief, emptyGap, first, feature, companion }: Tape): string =>
  [shut, absent, relief, emptyGap, first, feature, companion].map((array) => array.join()).join(';');
