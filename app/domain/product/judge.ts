import { monthsBetween } from '~/domain/kernel/day.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { type Bounds, isWithin } from '~/domain/product/bounds.ts';
import { regionStem, underPrefix } from '~/domain/product/code-prefix.ts';
import type { Atom, AtomOf, Verdict } from '~/domain/product/predicate.ts';
import { gradeLadder } from '~/domain/product/vocabulary.ts';

/** What would turn an unknown into an answer. */
export type Missing =
  /** The firm's evaluation consent opens the items. */
  | 'consent'
  /** The firm states the figure in its profile. */
  | 'declare'
  /** No record about it has reached the platform. */
  | 'record'
  /** Only the bank can say. */
  | 'bank';

/** The answer to one question: what was found, and for an unknown what is missing. */
export type Judgement = {
  readonly verdict: Verdict;
  readonly found: number | string | readonly string[] | null;
  readonly missing: Missing | null;
};

const known = (holds: boolean, found: Judgement['found'] = null): Judgement => ({
  verdict: holds ? 'pass' : 'fail',
  found,
  missing: null,
});
const unknown = (missing: Missing): Judgement => ({ verdict: 'unknown', found: null, missing });

/** The value a numeric question asks about, or what is missing to know it. */
export function askedNumber(atom: NumericAtom, a: Applicant): number | Missing {
  switch (atom.kind) {
    case 'age':
      return a.firm.establishedOn === null
        ? 'record'
        : Math.max(0, monthsBetween(a.firm.establishedOn, a.today));
    case 'figure':
      return a.firm.figures[atom.of] ?? 'declare';
    case 'points':
      return a.score?.milliPoints ?? scoreMissing(a);
    case 'feature':
      return a.features.get(atom.code) ?? (a.closedFeatures.has(atom.code) ? 'consent' : 'record');
    case 'amount':
      return Number(a.need.amountFen);
    case 'term':
      return a.need.termMonths;
  }
}

export type NumericAtom = AtomOf<'age' | 'figure' | 'points' | 'feature' | 'amount' | 'term'>;

const scoreMissing = (a: Applicant): Missing => (a.hasConsented ? 'record' : 'consent');
function judgeNumber(atom: NumericAtom & Bounds, a: Applicant): Judgement {
  const value = askedNumber(atom, a);
  return typeof value === 'number' ? known(isWithin(value, atom), value) : unknown(value);
}

function judgeCode(code: string, prefixes: readonly string[], found: string): Judgement {
  const verdict = underPrefix(code, prefixes);
  return { verdict, found, missing: verdict === 'unknown' ? 'record' : null };
}

function judgeIndustry(atom: AtomOf<'industry'>, { firm }: Applicant): Judgement {
  const { industrySection: section, industryCode: code } = firm;
  if (section === null) return unknown('record');
  const classes = atom.in.filter((p) => p.length > 1);
  if (atom.in.includes(section) || classes.length === 0)
    return known(atom.in.includes(section), code ?? section);
  return code === null ? unknown('record') : judgeCode(code, classes, code);
}

function judgeGrade(atom: AtomOf<'grade'>, a: Applicant): Judgement {
  const grade = a.score?.grade ?? null;
  if (grade === null) return unknown(scoreMissing(a));
  return known(gradeLadder.indexOf(grade) >= gradeLadder.indexOf(atom.atLeast), grade);
}

const judgeCollateral = (atom: AtomOf<'collateral'>, { need }: Applicant): Judgement =>
  known(atom.in.includes('credit') || need.collateral.some((c) => atom.in.includes(c)), need.collateral);

/** Answers one question about one applicant. Unknown is never a fail. */
export function judge(atom: Atom, a: Applicant): Judgement {
  switch (atom.kind) {
    case 'active':
      return known(a.firm.active);
    case 'firm-kind':
      return known(atom.in.includes(a.firm.kind), a.firm.kind);
    case 'region': {
      const code = a.firm.regionCode;
      return code === null ? unknown('record') : judgeCode(regionStem(code), atom.in, code);
    }
    case 'industry':
      return judgeIndustry(atom, a);
    case 'size':
      return a.firm.size === null ? unknown('declare') : known(atom.in.includes(a.firm.size), a.firm.size);
    case 'grade':
      return judgeGrade(atom, a);
    case 'title':
      if (a.titles === null) return unknown('record');
      return known(
        atom.anyOf.some((t) => a.titles?.has(t)),
        [...a.titles],
      );
    case 'consent':
      return known(a.hasConsented);
    case 'first-loan':
      return a.hasBorrowed ? known(false) : unknown('bank');
    case 'purpose':
      return known(atom.in.includes(a.need.purpose), a.need.purpose);
    case 'collateral':
      return judgeCollateral(atom, a);
    case 'ask':
      return unknown('bank');
    default:
      return judgeNumber(atom, a);
  }
}
