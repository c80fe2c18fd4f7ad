import type { Catalogue } from '~/domain/catalogue/item.ts';
import { momentsSeen } from '~/domain/feature/columnar/columns.ts';
import { compileTape, type Tape } from '~/domain/feature/columnar/tape.ts';
import { openLens } from '~/domain/feature/compute.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { type Population, registers } from '~/domain/feature/population.ts';
import type { EvaluationConsent, Supplies } from '~/domain/feature/scope.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
import { compileCard } from '~/domain/score/columnar/card-tape.ts';
import { roomFor, type ScoreTask } from '~/domain/score/columnar/score-range.ts';
import { uuidText } from '~/server/feature/segments/key-index.ts';
import type { Segments } from '~/server/feature/segments/open-segments.ts';
import type { RunConsent } from '~/server/score/store-province.ts';

/** Everything a run knows before it sees the first firm. */
export type RunWorld = {
  readonly card: Card;
  readonly catalogue: Catalogue;
  readonly supplies: ReadonlyMap<Population, Supplies>;
  readonly consents: ReadonlyMap<string, RunConsent>;
  readonly asOf: Day;
  readonly knownAt: Date;
};

/** A task with what its subjects are: the consent of each, null for the public scope. */
export type Plan = {
  readonly task: ScoreTask;
  readonly consentOf: (subject: number) => RunConsent | null;
  readonly idOf: (subject: number) => string;
  /** Firms whose sums doubles do not hold: they are scored one by one. */
  readonly wide: readonly string[];
};

/** The firms of a run, each in the public scope and, after them, those under a consent, with the tape of each. */
export type Subjects = {
  readonly firm: Uint32Array;
  readonly tape: Uint16Array;
  readonly tapes: readonly Tape[];
  /** What tells a tape from another: its population and the items that a consent opens. */
  readonly keys: readonly string[];
  /** At the places of the subjects under a consent. */
  readonly consents: readonly (RunConsent | undefined)[];
  /** Firms that doubles do not hold. */
  readonly wide: readonly number[];
};

/** The task of scoring some firms as they were known at an instant. */
export const planRun = (world: RunWorld, segments: Segments, firms: ArrayLike<number>): Plan =>
  planOf(world, segments, chooseSubjects(world, segments, firms));

/** The task of scoring these subjects. */
export function planOf({ card, knownAt }: RunWorld, { table, names }: Segments, subjects: Subjects): Plan {
  const compiled = compileCard(card);
  const task: ScoreTask = {
    columns: table.columns,
    start: table.start,
    end: table.end,
    card: compiled,
    tapes: subjects.tapes,
    seen: momentsSeen(names.moments.times, knownAt.getTime()),
    firm: subjects.firm,
    tape: subjects.tape,
    ...roomFor(subjects.firm.length, cardFeatures(card).length, compiled.indicators),
  };
  const idOf = (firm: number) => uuidText(table.firms.keys, firm * 16);
  return {
    task,
    consentOf: (subject) => subjects.consents[subject] ?? null,
    idOf: (subject) => idOf(subjects.firm[subject] as number),
    wide: subjects.wide.map(idOf),
  };
}

/** Finds the subjects among some firms. The tapes of each population and each set of opened items are made once. */
export function chooseSubjects(world: RunWorld, segments: Segments, firms: ArrayLike<number>): Subjects {
  const { table } = segments;
  const { tapes, keys, place } = openTapes(world, segments);
  const opened = consentsByFirm(world, segments);
  const room = firms.length + opened.size;
  const [firmOf, tapeOf] = [shared(Uint32Array, room), shared(Uint16Array, room)];
  const consents: (RunConsent | undefined)[] = [];
  const wide: number[] = [];
  let count = 0;
  const add = (firm: number, consent: RunConsent | null) => {
    firmOf[count] = firm;
    tapeOf[count++] = place(table.population[firm] as number, consent);
  };
  for (let i = 0; i < firms.length; i++)
    if (table.wide[firms[i] as number] === 1) wide.push(firms[i] as number);
    else add(firms[i] as number, null);
  for (let i = 0; opened.size > 0 && i < firms.length; i++) {
    const consent = opened.get(firms[i] as number);
    if (!consent || table.wide[firms[i] as number] === 1) continue;
    consents[count] = consent;
    add(firms[i] as number, consent);
  }
  return { firm: firmOf.subarray(0, count), tape: tapeOf.subarray(0, count), tapes, keys, consents, wide };
}

/** The subjects of some firms only. */
export function subjectsOf(all: Subjects, firms: ReadonlySet<number>): Subjects {
  const kept: number[] = [];
  for (let subject = 0; subject < all.firm.length; subject++)
    if (firms.has(all.firm[subject] as number)) kept.push(subject);
  const [firmOf, tapeOf] = [shared(Uint32Array, kept.length), shared(Uint16Array, kept.length)];
  firmOf.set(kept.map((subject) => all.firm[subject] as number));
  tapeOf.set(kept.map((subject) => all.tape[subject] as number));
  return { ...all, firm: firmOf, tape: tapeOf, consents: kept.map((subject) => all.consents[subject]) };
}

function consentsByFirm({ consents }: RunWorld, { table }: Segments): Map<number, RunConsent> {
  const byFirm = new Map<number, RunConsent>();
  for (const [id, consent] of consents) {
    const firm = table.firms.find(Buffer.from(id.replaceAll('-', ''), 'hex'), 0);
    if (firm >= 0) byFirm.set(firm, consent);
  }
  return byFirm;
}

const shared = <T extends Uint32Array | Uint16Array>(
  Type: { new (memory: SharedArrayBuffer): T; BYTES_PER_ELEMENT: number },
  length: number,
): T => new Type(new SharedArrayBuffer(length * Type.BYTES_PER_ELEMENT));

function openTapes({ card, catalogue, supplies, asOf }: RunWorld, { names }: Segments) {
  const definitions = cardFeatures(card).map(featureDefinition);
  const places = new Map<string, number>();
  const publicPlaces: number[] = [];
  const tapes: Tape[] = [];
  const keys: string[] = [];
  const compile = (key: string, population: Population, consent: EvaluationConsent | null): number => {
    const scope = { asOf, supplies: supplies.get(population) ?? new Map<string, Day>(), consent };
    const lens = openLens(definitions, catalogue, scope);
    keys.push(key);
    return tapes.push(compileTape(lens, names.dictionary.codes, population !== registers)) - 1;
  };
  return {
    tapes,
    keys,
    place(number: number, consent: EvaluationConsent | null): number {
      const population = names.populations[number] as Population;
      if (!consent) {
        publicPlaces[number] ??= compile(population, population, null);
        return publicPlaces[number];
      }
      const key = `${population} ${[...consent.items, consent.dataFrom, consent.dataTo]}`;
      const known = places.get(key) ?? compile(key, population, consent);
      places.set(key, known);
      return known;
    },
  };
}
