import type { Day } from '~/domain/kernel/day.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { askedNumber, type NumericAtom } from '~/domain/product/judge.ts';
import type { Atom } from '~/domain/product/predicate.ts';

/**
 * Something about an applicant that questions ask for, read as one number. A number attribute gives the value itself and
 * NaN for an unknown; a choice attribute gives a small code for each value met, and keeps an applicant that has it.
 */
export type Attribute = {
  readonly key: string;
  read(applicant: Applicant): number;
  /** Of a choice attribute: an applicant for each code. Null for numbers. */
  readonly samples: readonly Applicant[] | null;
};

const numericKinds = ['age', 'figure', 'points', 'feature', 'amount', 'term'] as const;
export const isNumeric = (atom: Atom): atom is NumericAtom => numericKinds.some((kind) => kind === atom.kind);

/** Questions with the same key ask about the same attribute. */
export function attributeKey(atom: Atom): string {
  if (atom.kind === 'figure') return `figure ${atom.of}`;
  return atom.kind === 'feature' ? `feature ${atom.code}` : atom.kind;
}

/** The attribute that a question asks about. All applicants read by it are of one day. */
export const openAttribute = (atom: Atom): Attribute =>
  isNumeric(atom) ? numberAttribute(atom) : choiceAttribute(atom);

function numberAttribute(atom: NumericAtom): Attribute {
  const ages = new Map<Day | null, number>();
  const asked = (a: Applicant): number => {
    const value = askedNumber(atom, a);
    return typeof value === 'number' ? value : Number.NaN;
  };
  const agedOnce = (a: Applicant): number => {
    const { establishedOn } = a.firm;
    const age = ages.get(establishedOn) ?? asked(a);
    ages.set(establishedOn, age);
    return age;
  };
  return { key: attributeKey(atom), read: atom.kind === 'age' ? agedOnce : asked, samples: null };
}

function choiceAttribute(atom: Atom): Attribute {
  const codes = new Map<string, number>();
  const samples: Applicant[] = [];
  const read = (applicant: Applicant): number => {
    const value = choiceOf(atom, applicant);
    const known = codes.get(value);
    if (known !== undefined) return known;
    codes.set(value, samples.length);
    return samples.push(applicant) - 1;
  };
  return { key: attributeKey(atom), read, samples };
}

/** All that the answer to a question about a choice depends on, as text. */
export function choiceOf(
  atom: Atom,
  { firm, score, hasConsented, hasBorrowed, titles, need }: Applicant,
): string {
  switch (atom.kind) {
    case 'active':
      return firm.active ? 'y' : '';
    case 'firm-kind':
      return firm.kind;
    case 'region':
      return firm.regionCode ?? '';
    case 'industry':
      return `${firm.industrySection ?? ''}|${firm.industryCode ?? ''}`;
    case 'size':
      return firm.size ?? '';
    case 'grade':
      return score?.grade ?? '';
    case 'title':
      return titles === null ? '?' : titles.size === 0 ? '' : [...titles].sort().join();
    case 'consent':
      return hasConsented ? 'y' : '';
    case 'first-loan':
      return hasBorrowed ? 'y' : '';
    case 'purpose':
      return need.purpose;
    case 'collateral':
      return need.collateral.length === 0 ? '' : [...need.collateral].sort().join();
    default:
      return '';
  }
}
