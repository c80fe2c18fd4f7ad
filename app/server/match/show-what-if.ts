import type { Named } from '~/domain/catalogue/item.ts';
import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { scoreFirm } from '~/domain/score/score.ts';
import type { ScoreResult } from '~/domain/score/sheet.ts';
import { type Action, actionsOf } from '~/domain/score/what-if/action.ts';
import { openProjection, type World } from '~/domain/score/what-if/projection.ts';
import {
  findPaths,
  horizonMonths,
  type Path,
  scoreAfter,
  turningDays,
} from '~/domain/score/what-if/what-if.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openShelf, type ScoreOn, type Shelf } from '~/server/match/open-shelf.ts';
import { readRepairDays } from '~/server/repair/read-repair-days.ts';
import { loadWorld } from '~/server/score/load-world.ts';

/** What a firm tries: acts by their ids, looked at on a day. */
export type Trial = { readonly acts: readonly string[]; readonly on: Day | null };

/**
 * What the firm could do about its score, on the real card with its own records: the cheapest and the earliest way to
 * the next grade, what each act brings alone and when, and what a choice of its own would bring. Nothing is stored.
 */
export function showWhatIf(actor: Actor, trial: Trial) {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const world = await loadWorld(tx, enterpriseId);
    const repairs = await readRepairDays(tx, enterpriseId, world.facts);
    const actions = actionsOf(world.facts, world.profiles, world.scope.asOf, repairs);
    const shelf = await openShelf(tx, enterpriseId, world.card);
    const paths = findPaths(world, actions);
    const names = await namesOf(tx, actions);
    const until = addMonths(world.scope.asOf, horizonMonths);
    const isDayWrong = trial.on !== null && (trial.on <= world.scope.asOf || trial.on > until);
    const wish = isDayWrong ? { ...trial, on: null } : trial;
    return {
      asOf: world.scope.asOf as string,
      until: until as string,
      now: pointsOf(paths.now),
      next: paths.next,
      target: paths.target,
      cheapest: paths.cheapest && pathView(paths.cheapest, actions, names, paths.now, shelf),
      earliest: paths.earliest && pathView(paths.earliest, actions, names, paths.now, shelf),
      acts: actions
        .map((action) => actView(world, action, names, shelf))
        .filter(({ kind, gain }) => kind === 'settle' || gain > 0),
      waits: waitsOf(world, actions),
      isDayWrong,
      trial: wish.acts.length > 0 || wish.on ? tried(world, actions, wish, names, shelf) : null,
    };
  });
}

export type WhatIfPage = Awaited<ReturnType<typeof showWhatIf>>;

const pointsOf = ({ milliPoints, grade, veto }: ScoreResult) => ({
  milliPoints,
  grade: grade === 'insufficient' ? null : grade,
  isVetoed: veto !== null,
});

type Names = ReadonlyMap<string, Named>;

async function namesOf(tx: Tx, actions: readonly Action[]): Promise<Names> {
  const catalogue = await readCatalogue(tx, clock.today());
  return new Map(
    actions.map(({ item }) => [item, catalogue.get(item)?.name ?? { zh: item, en: item }] as const),
  );
}

const plainAct = (action: Action, names: Names) => ({
  id: action.id,
  kind: action.kind,
  item: action.item,
  name: names.get(action.item) ?? { zh: action.item, en: action.item },
  records: action.facts.length,
  costFen: action.costFen?.toString() ?? null,
  opensOn: action.opensOn as string | null,
  arrivesOn: action.arrivesOn as string,
  /** The record of a repair that stands for itself. */
  record: action.kind === 'repair' && action.facts.length === 1 ? (action.facts[0] ?? null) : null,
});

/** What an act brings by itself, against doing nothing by the same day: a habit after a year of it, all else once it counts. */
function actView(world: World, action: Action, names: Names, shelf: Shelf) {
  const on = action.kind === 'continue' ? addMonths(world.scope.asOf, horizonMonths) : action.arrivesOn;
  const without: ScoreOn = { result: scoreAfter(world, [], on), on };
  const withIt: ScoreOn = { result: scoreAfter(world, [action], on), on };
  return {
    ...plainAct(action, names),
    gain: (withIt.result.milliPoints ?? 0) - (without.result.milliPoints ?? 0),
    effectOn: on as string,
    ...shelf.difference(withIt, without),
  };
}

/** Days on which points come back by themselves because a record leaves its window. */
function waitsOf(world: World, actions: readonly Action[]) {
  const projection = openProjection(world);
  let before = scoreFirm(world.card, projection.today);
  const codes = cardFeatures(world.card);
  return turningDays(world, projection, actions).flatMap((on) => {
    const after = scoreFirm(world.card, projection.base(on));
    const gain = (after.milliPoints ?? 0) - (before.milliPoints ?? 0);
    const features = codes.filter((_, at) => after.features[at] !== before.features[at]);
    before = after;
    return gain > 0 ? [{ on: on as string, gain, features }] : [];
  });
}

function pathView(path: Path, actions: readonly Action[], names: Names, now: ScoreResult, shelf: Shelf) {
  const chosen = actions.filter(({ id }) => path.acts.includes(id));
  return {
    on: path.on as string,
    costFen: path.cost.toString(),
    steps: chosen.map((action) => plainAct(action, names)),
    ...pointsOf(path.result),
    gain: path.milliPoints - (now.milliPoints ?? 0),
    ...shelf.difference({ result: path.result, on: path.on }),
  };
}

function tried(world: World, actions: readonly Action[], trial: Trial, names: Names, shelf: Shelf) {
  const chosen = actions.filter(({ id }) => trial.acts.includes(id));
  const last =
    chosen
      .map(({ arrivesOn }) => arrivesOn)
      .sort()
      .at(-1) ?? world.scope.asOf;
  const on = trial.on ?? last;
  const now = scoreFirm(world.card, openProjection(world).today);
  const result = scoreAfter(world, chosen, on);
  return {
    on: on as string,
    acts: chosen.map(({ id }) => id),
    steps: chosen.map((action) => plainAct(action, names)),
    late: chosen.filter(({ arrivesOn }) => arrivesOn > on).length,
    ...pointsOf(result),
    gain: (result.milliPoints ?? 0) - (now.milliPoints ?? 0),
    ...shelf.difference({ result, on }),
  };
}
