import { dayNumber, noEnd } from '~/domain/feature/columnar/columns.ts';
import { nextEdge } from '~/domain/feature/columnar/next-edge.ts';
import type { Tape } from '~/domain/feature/columnar/tape.ts';
import { cardHash } from '~/domain/score/card.ts';
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
      dirty: new Set(),
      consents: new Map(),
      standings: new Map(),
    };
  for (const firm of changed ?? []) memory.dirty.add(firm);
  if (memory.edges.length === table.firms.size) return;
  const longer = unknown(memory.edges.length);
  longer.set(memory.edges);
  memory.edges = longer;
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
