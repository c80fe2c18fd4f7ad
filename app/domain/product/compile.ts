import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { canonicalJson } from '~/domain/kernel/hash.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Bounds } from '~/domain/product/bounds.ts';
import { regionStem, underPrefix } from '~/domain/product/code-prefix.ts';
import type { Atom, Rule, Verdict } from '~/domain/product/predicate.ts';
import { gradeLadder } from '~/domain/product/vocabulary.ts';

/** A verdict as a number, so that "all" is the least, "any" the greatest and "not" `2 − v`. */
export const verdictCodes = { fail: 0, unknown: 1, pass: 2 } as const satisfies { [V in Verdict]: number };
type Code = 0 | 1 | 2;
const [fail, unknown, pass] = [verdictCodes.fail, verdictCodes.unknown, verdictCodes.pass];

/** Rules of many products over one table of distinct questions: a question that many products ask is answered once. */
export type CompiledRules = {
  readonly size: number;
  /** The distinct questions, in a fixed order: the rows of a later bitmap index. */
  readonly atoms: readonly Atom[];
  /** Answers all rules for one applicant: `into[i]` becomes the verdict code of rule i. */
  judge(applicant: Applicant, into: Uint8Array): void;
};

type Question = (a: Applicant) => Code;
type Tree = (answers: Uint8Array) => number;

/** Compiles rules for one day (ages are compared as dates). The verdicts equal those of `explain`. */
export function compileRules(rules: readonly Rule[], today: Day): CompiledRules {
  const places = new Map<string, number>();
  const atoms: Atom[] = [];
  const place = (atom: Atom): number => {
    const key = canonicalJson(atom);
    const held = places.get(key);
    if (held !== undefined) return held;
    places.set(key, atoms.length);
    return atoms.push(atom) - 1;
  };
  const trees = rules.map((rule) => compileTree(rule, place));
  const questions = atoms.map((atom) => compileAtom(atom, today));
  const answers = new Uint8Array(atoms.length);
  const judge = (applicant: Applicant, into: Uint8Array) => {
    for (let i = 0; i < questions.length; i += 1) answers[i] = (questions[i] as Question)(applicant);
    for (let i = 0; i < trees.length; i += 1) into[i] = (trees[i] as Tree)(answers);
  };
  return { size: rules.length, atoms, judge };
}

function compileTree(rule: Rule, place: (atom: Atom) => number): Tree {
  if (rule.kind === 'not') {
    const inner = compileTree(rule.rule, place);
    return (answers) => pass - inner(answers);
  }
  if (rule.kind !== 'all' && rule.kind !== 'any') {
    const at = place(rule);
    return (answers) => answers[at] as number;
  }
  const parts = rule.rules.map((r) => compileTree(r, place));
  return rule.kind === 'all' ? leastOf(parts) : greatestOf(parts);
}

const leastOf =
  (parts: readonly Tree[]): Tree =>
  (answers) => {
    let least: number = pass;
    for (let i = 0; i < parts.length && least !== fail; i += 1)
      least = Math.min(least, (parts[i] as Tree)(answers));
    return least;
  };

const greatestOf =
  (parts: readonly Tree[]): Tree =>
  (answers) => {
    let most: number = fail;
    for (let i = 0; i < parts.length && most !== pass; i += 1)
      most = Math.max(most, (parts[i] as Tree)(answers));
    return most;
  };

const holds = (yes: boolean): Code => (yes ? pass : fail);

function between(
  { atLeast = -Infinity, atMost = Infinity }: Bounds,
  value: (a: Applicant) => number | null | undefined,
) {
  return (a: Applicant): Code => {
    const v = value(a);
    return v === null || v === undefined ? unknown : holds(v >= atLeast && v <= atMost);
  };
}

/** The latest day of founding that makes a firm at least so many months old today. */
function latestFounding(today: Day, months: number): Day {
  let day = addMonths(today, -months);
  for (let next = addDays(day, 1); addMonths(next, months) <= today; next = addDays(next, 1)) day = next;
  return day;
}

function compileAge({ atLeast, atMost }: Bounds, today: Day): Question {
  const latest = atLeast === undefined || atLeast <= 0 ? null : latestFounding(today, atLeast);
  const tooOld = atMost === undefined ? null : latestFounding(today, atMost + 1);
  return ({ firm: { establishedOn: day } }) => {
    if (day === null) return unknown;
    return holds((latest === null || day <= latest) && (tooOld === null || day > tooOld));
  };
}

/** Remembers the answer for each code: firms share few regions and industries. */
function onCode(prefixes: readonly string[], code: (a: Applicant) => string | null): Question {
  const seen = new Map<string, Code>();
  return (a) => {
    const value = code(a);
    if (value === null) return unknown;
    const known = seen.get(value);
    if (known !== undefined) return known;
    const answer = verdictCodes[underPrefix(value, prefixes)];
    seen.set(value, answer);
    return answer;
  };
}

function compileRegion(prefixes: readonly string[]): Question {
  return onCode(prefixes, (a) => a.firm.regionCode && regionStem(a.firm.regionCode));
}

function compileIndustry(prefixes: readonly string[]): Question {
  const sections = prefixes.filter((p) => p.length === 1);
  const codes = prefixes.filter((p) => p.length > 1);
  const byCode = onCode(codes, (a) => a.firm.industryCode);
  return (a) => {
    const section = a.firm.industrySection;
    if (section === null) return unknown;
    if (sections.includes(section)) return pass;
    return codes.length === 0 ? fail : byCode(a);
  };
}

function compileAtom(atom: Atom, today: Day): Question {
  switch (atom.kind) {
    case 'active':
      return (a) => holds(a.firm.active);
    case 'firm-kind':
      return (a) => holds(atom.in.includes(a.firm.kind));
    case 'region':
      return compileRegion(atom.in);
    case 'industry':
      return compileIndustry(atom.in);
    case 'size':
      return (a) => (a.firm.size === null ? unknown : holds(atom.in.includes(a.firm.size)));
    case 'age':
      return compileAge(atom, today);
    case 'figure':
      return between(atom, (a) => a.firm.figures[atom.of]);
    case 'grade': {
      const reached = gradeLadder.slice(gradeLadder.indexOf(atom.atLeast));
      return (a) => (a.score?.grade ? holds(reached.includes(a.score.grade)) : unknown);
    }
    case 'points':
      return between(atom, (a) => a.score?.milliPoints);
    case 'feature':
      return between(atom, (a) => a.features.get(atom.code));
    default:
      return compileChoice(atom);
  }
}

type Choice = Extract<
  Atom,
  { kind: 'title' | 'consent' | 'first-loan' | 'amount' | 'term' | 'purpose' | 'collateral' | 'ask' }
>;

function compileChoice(atom: Choice): Question {
  switch (atom.kind) {
    case 'title':
      return ({ titles }) => (titles === null ? unknown : holds(atom.anyOf.some((t) => titles.has(t))));
    case 'consent':
      return (a) => holds(a.hasConsented);
    case 'first-loan':
      return (a) => (a.hasBorrowed ? fail : unknown);
    case 'amount':
      return between(atom, (a) => Number(a.need.amountFen));
    case 'term':
      return between(atom, (a) => a.need.termMonths);
    case 'purpose':
      return (a) => holds(atom.in.includes(a.need.purpose));
    case 'collateral':
      return atom.in.includes('credit')
        ? () => pass
        : (a) => holds(a.need.collateral.some((c) => atom.in.includes(c)));
    case 'ask':
      return () => unknown;
  }
}
