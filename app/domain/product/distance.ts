import { addMonths, type Day, daysBetween } from '~/domain/kernel/day.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { isWithin, nearestOutside, nearestWithin } from '~/domain/product/bounds.ts';
import { askedNumber, type NumericAtom } from '~/domain/product/judge.ts';
import type { Atom } from '~/domain/product/predicate.ts';
import { gradeLadder } from '~/domain/product/vocabulary.ts';

/** What a failing firm would have to change. */
export type Distance =
  /** Another amount or term in the need; null for a purpose or a pledge. */
  | { readonly kind: 'change-need'; readonly to: number | null; readonly by: number }
  | { readonly kind: 'grant-consent' }
  /** Time alone does it. */
  | { readonly kind: 'wait'; readonly until: Day; readonly days: number }
  /** A figure of the firm has to rise or fall to `to`, by `by` in its own unit. */
  | { readonly kind: 'raise' | 'lower'; readonly to: number; readonly by: number }
  | { readonly kind: 'climb'; readonly grades: number }
  | { readonly kind: 'obtain' }
  /** Nothing the firm does changes it. */
  | { readonly kind: 'fixed' };

const fixed: Distance = { kind: 'fixed' };

/** The distance of a firm that fails a question (or, negated, meets what it must not). */
export function distanceTo(atom: Atom, a: Applicant, negated: boolean): Distance {
  switch (atom.kind) {
    case 'amount':
    case 'term':
    case 'figure':
    case 'points':
    case 'feature':
    case 'age':
      return numberDistance(atom, a, negated);
    case 'grade':
      return gradeDistance(atom.atLeast, a, negated);
    case 'purpose':
    case 'collateral':
      return { kind: 'change-need', to: null, by: 0 };
    case 'consent':
      return negated ? fixed : { kind: 'grant-consent' };
    case 'title':
      return negated ? fixed : { kind: 'obtain' };
    default:
      return fixed;
  }
}

function numberDistance(atom: NumericAtom, a: Applicant, negated: boolean): Distance {
  const value = askedNumber(atom, a);
  if (typeof value !== 'number') return fixed;
  const to = negated ? nearestOutside(value, atom) : nearestWithin(value, atom);
  if (to === null) return fixed;
  if (atom.kind === 'age') return ageDistance(atom, a, value, negated);
  const by = Math.abs(to - value);
  if (atom.kind === 'amount' || atom.kind === 'term') return to > 0 ? { kind: 'change-need', to, by } : fixed;
  return { kind: to > value ? 'raise' : 'lower', to, by };
}

/** Only growing older is possible: the first whole month from now on that meets the question. */
function ageDistance(atom: NumericAtom, a: Applicant, age: number, negated: boolean): Distance {
  const target = negated ? (atom.atMost ?? age) + 1 : (atom.atLeast ?? age);
  const met = target > age && isWithin(target, atom) !== negated;
  if (!met || a.firm.establishedOn === null) return fixed;
  const until = addMonths(a.firm.establishedOn, target);
  return { kind: 'wait', until, days: daysBetween(a.today, until) };
}

function gradeDistance(atLeast: (typeof gradeLadder)[number], a: Applicant, negated: boolean): Distance {
  const grade = a.score?.grade ?? null;
  if (negated || grade === null) return fixed;
  return { kind: 'climb', grades: gradeLadder.indexOf(atLeast) - gradeLadder.indexOf(grade) };
}
