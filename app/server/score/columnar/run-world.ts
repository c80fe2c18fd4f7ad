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

/**
 * The task of scoring some firms as they were known at an instant: each in the public scope, and under its evaluation
 * consent. The tapes of each population and each set of opened items are made once.
 */
export function planRun(world: RunWorld, segments: Segments, firms: readonly number[]): Plan {
  const { table, names } = segments;
  const { card, knownAt } = world;
  const tapeOf = openTapes(world, segments);
  const subjects: { firm: number; tape: number; consent: RunConsent | null }[] = [];
  const wide: string[] = [];
  for (const firm of firms) {
    const id = uuidText(table.firms.keys, firm * 16);
    if (table.wide[firm] === 1) {
      wide.push(id);
      continue;
    }
    const population = names.populations[table.population[firm] as number] as Population;
    const consent = world.consents.get(id);
    subjects.push({ firm, tape: tapeOf.place(population, null), consent: null });
    if (consent) subjects.push({ firm, tape: tapeOf.place(population, consent), consent });
  }
  const features = cardFeatures(card).length;
  const compiled = compileCard(card);
  const task: ScoreTask = {
    columns: table.columns,
    start: table.start,
    end: table.end,
    card: compiled,
    tapes: tapeOf.tapes,
    seen: momentsSeen(names.moments.times, knownAt.getTime()),
    firm: Uint32Array.from(subjects, ({ firm }) => firm),
    tape: Uint16Array.from(subjects, ({ tape }) => tape),
    ...roomFor(subjects.length, features, compiled.indicators),
  };
  return {
    task,
    consentOf: (subject) => subjects[subject]?.consent ?? null,
    idOf: (subject) => uuidText(table.firms.keys, (subjects[subject]?.firm ?? 0) * 16),
    wide,
  };
}

function openTapes({ card, catalogue, supplies, asOf }: RunWorld, { names }: Segments) {
  const definitions = cardFeatures(card).map(featureDefinition);
  const places = new Map<string, number>();
  const tapes: Tape[] = [];
  return {
    tapes,
    place(population: Population, consent: EvaluationConsent | null): number {
      const key = `${population} ${consent ? [...consent.items, consent.dataFrom, consent.dataTo] : ''}`;
      const known = places.get(key);
      if (known !== undefined) return known;
      const scope = { asOf, supplies: supplies.get(population) ?? new Map<string, Day>(), consent };
      const lens = openLens(definitions, catalogue, scope);
      const place = tapes.push(compileTape(lens, names.dictionary.codes, population !== registers)) - 1;
      places.set(key, place);
      return place;
    },
  };
}
