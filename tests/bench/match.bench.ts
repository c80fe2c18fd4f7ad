import { type ConditionProperties, Engine, type TopLevelCondition } from 'json-rules-engine';
import { type Attributes, type BitmapIndex, buildIndex, codesOf } from '~/domain/match/bitmap-index.ts';
import { type Board, type Entry, openBoard } from '~/domain/match/board.ts';
import { encode, type FirmColumns, firmCodes, readColumns } from '~/domain/match/firm-columns.ts';
import { longestList } from '~/domain/match/match-lists.ts';
import { firstOf, openConditions, type Standings } from '~/domain/match/standings.ts';
import { topLists } from '~/domain/match/top-lists.ts';
import { openVerdicts } from '~/domain/match/verdicts.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { clausesOf } from '~/domain/product/clauses.ts';
import { explain } from '~/domain/product/explain.ts';
import type { Atom, Rule } from '~/domain/product/predicate.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';
import type { Bench, Figure } from './bench.ts';
import { firmAt, openDraws, rulesOf, type Workload } from './market.ts';

const rounds = 5;

/**
 * The bitmap index over 300,000 firms (or --count) and 2,000 products (10,000 with --full), rules shaped as in perf.md 1c: every
 * firm's first ten, one firm with its reasons, an edited product; against json-rules-engine and against the explainer.
 */
export const bench: Bench = {
  name: 'match',
  async run({ full, count: asked, progress }) {
    const bar = progress('match', 7);
    const [products, firms] = [full ? 10_000 : 2_000, asked ?? 300_000];
    const usual = openMarket('usual', products, firms);
    bar.tick();
    const sparse = openMarket('sparse', products, firms);
    bar.tick();
    const figures: Record<string, Figure> = {
      json_rules: await againstJsonRules(usual),
      top10: seconds(allLists(usual), 1),
      top10_sparse: seconds(allLists(sparse), 1),
    };
    bar.tick();
    figures.one = p99ofOne(rulesOf(10_000, 'usual'), 4_000);
    bar.tick();
    figures.edit = edits(usual);
    bar.tick();
    figures.sample = count(mismatches(usual) + mismatches(sparse), 0, 'mismatches');
    bar.tick();
    figures.matching_share = count(shareOf(usual), 0.06, 'of pairs');
    bar.done();
    return figures;
  },
};

type Market = {
  readonly rules: readonly Rule[];
  readonly entries: readonly Entry[];
  readonly attributes: Attributes;
  readonly index: BitmapIndex;
  readonly columns: FirmColumns;
};

function openMarket(workload: Workload, products: number, firms: number): Market {
  const rules = rulesOf(products, workload);
  const entries = rules.map((rule, position) => ({ clauses: clausesOf(rule) ?? [], position }));
  const attributes: Attributes = new Map();
  const index = buildIndex(
    entries.map(({ clauses }) => clauses),
    attributes,
  );
  return {
    rules,
    entries,
    attributes,
    index,
    columns: readColumns(attributes, drawn(firms), firms),
  };
}

function* drawn(population: number): Generator<Applicant> {
  for (let firm = 0; firm < population; firm += 1) yield firmAt(firm);
}

const seconds = (values: readonly number[], target: number): Figure => ({
  values: values.map((ms) => ms / 1000),
  baselines: values.map(() => 1),
  unit: 's',
  target,
});
const count = (value: number, target: number, unit: string): Figure => ({
  values: [value],
  baselines: [1],
  unit,
  target,
});

/** Value classes of all firms and their first ten products, from the columns; one warming round is not counted. */
function allLists({ index, columns }: Market): number[] {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const begun = performance.now();
    topLists(index, encode(index, columns), columns.firms, longestList);
    times.push(performance.now() - begun);
  }
  return times.slice(1);
}

/** Every product's verdict for some firms from what is held of them, and the same by one Engine per product. Best of three on both sides. */
async function againstJsonRules({ rules, index, columns }: Market): Promise<Figure> {
  const [many, few] = [4_000, 4];
  const codes = new Uint8Array(index.size);
  const answer = openVerdicts(index);
  const facts = Array.from({ length: few }, (_, i) => factsOf(firmAt(i)));
  const engines = rules.map(engineOf);
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    let begun = performance.now();
    for (let i = 0; i < many; i += 1) answer(firmCodes(index, columns, i % columns.firms), codes);
    ours.push((many * rules.length * 1000) / (performance.now() - begun));
    begun = performance.now();
    for (const firm of facts) for (const engine of engines) await engine.run(firm);
    plain.push((few * rules.length * 1000) / (performance.now() - begun));
  }
  return { values: [Math.max(...ours)], baselines: [Math.max(...plain)], unit: 'pairs/s', target: 10_000 };
}

function factsOf({ firm, score, features, titles }: Applicant): Record<string, unknown> {
  const { regionCode, industryCode, size, figures } = firm;
  const age = Number(firm.establishedOn?.slice(0, 4));
  const known = {
    city: regionCode?.slice(0, 4),
    industry: industryCode,
    size,
    age,
    revenue: figures.revenue,
  };
  return {
    ...known,
    points: score?.milliPoints,
    title: [...(titles ?? [])][0],
    ...Object.fromEntries(features),
  };
}

function engineOf(rule: Rule): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addRule({ conditions: { all: conditionsOf(rule) } as TopLevelCondition, event: { type: 'match' } });
  return engine;
}

type Nested = ConditionProperties | TopLevelCondition;

function conditionsOf(rule: Rule): Nested[] {
  if (rule.kind === 'all') return rule.rules.flatMap(conditionsOf);
  if (rule.kind === 'any') return [{ any: rule.rules.flatMap(conditionsOf) } as TopLevelCondition];
  if (rule.kind === 'not') return conditionsOf(rule.rule).map((c) => ({ ...c, operator: 'notIn' }) as Nested);
  return [conditionOf(rule)];
}

function conditionOf(atom: Atom): ConditionProperties {
  switch (atom.kind) {
    case 'region':
      return { fact: 'city', operator: 'in', value: atom.in };
    case 'industry':
      return { fact: 'industry', operator: 'in', value: atom.in };
    case 'size':
      return { fact: 'size', operator: 'in', value: atom.in };
    case 'title':
      return { fact: 'title', operator: 'in', value: atom.anyOf };
    case 'age':
      return { fact: 'age', operator: 'lessThanInclusive', value: 2026 - (atom.atLeast ?? 0) / 12 };
    case 'points':
      return { fact: 'points', operator: 'greaterThanInclusive', value: atom.atLeast };
    case 'figure':
      return { fact: 'revenue', operator: 'greaterThanInclusive', value: atom.atLeast };
    case 'feature':
      return atom.atMost === undefined
        ? { fact: atom.code, operator: 'greaterThanInclusive', value: atom.atLeast }
        : { fact: atom.code, operator: 'lessThanInclusive', value: atom.atMost };
    default:
      throw new Error(`no condition for ${atom.kind}`);
  }
}

/**
 * One firm against 10,000 products, as its match page asks: how it stands with each, its first ten with every reason, and the
 * nearest miss of all that fail. The first quarter of the firms warms up and is not counted.
 */
function p99ofOne(rules: readonly Rule[], population: number): Figure {
  const times: number[] = [];
  const { size, stand, nearestMiss } = openConditions(rules);
  let standings: Standings | undefined;
  for (let firm = 0; firm < population; firm += 1) {
    const applicant = firmAt(firm);
    const begun = performance.now();
    standings = stand(applicant, standings);
    for (const place of firstOf(standings, longestList)) explain(rules[place] as Rule, applicant);
    for (let place = 0; place < size; place += 1) nearestMiss(standings, place);
    times.push(performance.now() - begun);
  }
  const settled = times.slice(population / 4).sort((a, b) => a - b);
  return count(settled[Math.floor(settled.length * 0.99)] ?? Number.NaN, 2, 'ms p99');
}

/** Products edited one after another, each until every firm's list is right; then all lists are made anew and compared. */
function edits(market: Market): Figure {
  const { entries, attributes, columns } = market;
  const board = openBoard(entries, attributes, columns, longestList);
  const shelf = new Map<number, Entry>(entries.map((entry, product) => [product, entry]));
  const draw = openDraws(3);
  const times: number[] = [];
  for (let edit = 0; edit < 21; edit += 1) {
    const product = Math.floor(draw() * entries.length);
    const held = shelf.get(product);
    const other = entries[Math.floor(draw() * entries.length)];
    if (!held || !other) continue;
    const entry = { clauses: other.clauses, position: held.position + 0.25 - draw() / 2 };
    const begun = performance.now();
    const made = board.replace(product, entry);
    times.push(performance.now() - begun);
    shelf.delete(product);
    shelf.set(made.product, entry);
  }
  compareBoards(board, shelf, market);
  return { values: times, baselines: times.map(() => 1), unit: 'ms', target: 200 };
}

function compareBoards(
  board: Board,
  shelf: ReadonlyMap<number, Entry>,
  { attributes, columns }: Market,
): void {
  const sorted = [...shelf].sort((a, b) => a[1].position - b[1].position);
  const anew = openBoard(
    sorted.map(([, entry]) => entry),
    attributes,
    columns,
    longestList,
  );
  const numbers = sorted.map(([product]) => product);
  anew.lists.places.forEach((place, i) => {
    if ((numbers[place] ?? -1) !== board.lists.places[i])
      throw new Error(`a list is wrong after edits: ${i}`);
  });
}

/** A million pairs drawn from all, each answered by the index and by the explainer. */
function mismatches({ rules, index, columns }: Market): number {
  const [sampled, each] = [2_000, 250];
  const draw = openDraws(5);
  const verdicts = new Uint8Array(index.size);
  const answer = openVerdicts(index);
  let wrong = 0;
  for (let i = 0; i < sampled; i += 1) {
    const firm = firmAt(Math.floor(draw() * columns.firms));
    answer(
      codesOf(index, (attribute) => attribute.read(firm)),
      verdicts,
    );
    for (let k = 0; k < each; k += 1) {
      const product = Math.floor(draw() * rules.length);
      const plain = verdictCodes[explain(rules[product] as Rule, firm).verdict];
      if (verdicts[product] !== plain) wrong += 1;
    }
  }
  return wrong;
}

/** The share of pairs that pass, to be seen beside the figures. */
function shareOf({ index, columns }: Market): number {
  const verdicts = new Uint8Array(index.size);
  const answer = openVerdicts(index);
  let passed = 0;
  for (let firm = 0; firm < 2_000; firm += 1) {
    answer(firmCodes(index, columns, (firm * 131) % columns.firms), verdicts);
    for (const verdict of verdicts) if (verdict === verdictCodes.pass) passed += 1;
  }
  return passed / (2_000 * index.size);
}
