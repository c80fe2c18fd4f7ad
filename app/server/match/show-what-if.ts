import type { Named } from '~/domain/catalogue/item.ts';
import { addMonths, type Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { explain } from '~/domain/product/explain.ts';
import { conditionsOfProduct, type Product } from '~/domain/product/product.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
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
import { loadApplicant } from '~/server/match/load-applicant.ts';
import { needsOf } from '~/server/need/store.ts';
import { publishedProducts } from '~/server/product/store.ts';
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
    const actions = actionsOf(world.facts, world.profiles, world.scope.asOf);
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
        .map((action) => actView(world, action, names))
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
  arrivesOn: action.arrivesOn as string,
});

/** What an act brings by itself: a payment when the provider tells of it, a habit after a year of it. */
function actView(world: World, action: Action, names: Names) {
  const on = action.kind === 'settle' ? action.arrivesOn : addMonths(world.scope.asOf, horizonMonths);
  const without = scoreAfter(world, [], on).milliPoints ?? 0;
  const withIt = scoreAfter(world, [action], on).milliPoints ?? 0;
  return { ...plainAct(action, names), gain: withIt - without, effectOn: on as string };
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
    products: shelf.openedBy(path.result, path.on),
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
    products: shelf.openedBy(result, on),
  };
}

type Shelf = { openedBy(result: ScoreResult, on: Day): { id: string; nameZh: string; nameEn: string }[] };

/** The products that fail today and would not fail any more, by the conditions of the real matcher. */
async function openShelf(tx: Tx, enterpriseId: EnterpriseId, card: Card): Promise<Shelf> {
  const needs = await needsOf(tx, enterpriseId);
  const need = needs.find(({ state }) => state === 'open') ?? defaultNeed;
  const { applicant } = await loadApplicant(tx, enterpriseId, need);
  const products = await publishedProducts(tx);
  const fails = (product: Product, of: Applicant) =>
    explain(conditionsOfProduct(product), of).verdict === 'fail';
  const shut = products.filter((product) => fails(product, applicant));
  return {
    openedBy(result, on) {
      const features = new Map(applicant.features);
      cardFeatures(card).forEach((code, at) => {
        const value = result.features[at];
        if (value !== null && value !== undefined) features.set(code, value);
      });
      const grade = result.grade === 'insufficient' ? null : result.grade;
      const score = applicant.score && { ...applicant.score, grade, milliPoints: result.milliPoints };
      const later: Applicant = { ...applicant, today: on, features, score };
      return shut
        .filter((product) => !fails(product, later))
        .map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }));
    },
  };
}
