import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import type { NeedTerms } from '~/domain/product/applicant.ts';
import { gradeLadder, type LadderGrade, type Purpose } from '~/domain/product/vocabulary.ts';

/**
 * The five standards of the recommended list (推荐清单五项标准, domain.md row E5): lawful and continuous operation, fixed
 * premises, a real need, good credit, lawful use of the money.
 */
export const standardNames = [
  'lawful-operation',
  'fixed-premises',
  'real-need',
  'good-credit',
  'lawful-use',
] as const;
export type StandardName = (typeof standardNames)[number];

/** `met` and `failed` by records; `unknown` where records do not decide it and somebody has to look. */
export type StandardVerdict = 'met' | 'failed' | 'unknown';

/** One question to the records. `visit` is never answered by them. */
export type StandardCheck =
  | { readonly check: 'in-business' | 'address' | 'need-stated' | 'visit' }
  | { readonly check: 'founded'; readonly leastMonths: number }
  /** The feature is known to be 0. */
  | { readonly check: 'none'; readonly feature: string }
  /** One of the features is known to be at least so much. */
  | { readonly check: 'some'; readonly features: readonly string[]; readonly least: number }
  /** The amount is at most this share of the declared yearly revenue; more than that is for a visit to judge. */
  | { readonly check: 'need-to-revenue'; readonly mostPpm: number }
  | { readonly check: 'grade'; readonly least: LadderGrade }
  | { readonly check: 'purpose'; readonly among: readonly Purpose[] };

export type StandardRule = {
  readonly standard: StandardName;
  readonly checks: readonly StandardCheck[];
};

/** What is known of a firm. Null and absent mean unknown, never no. */
export type StandardFacts = {
  readonly today: Day;
  readonly inBusiness: boolean;
  readonly establishedOn: Day | null;
  readonly hasAddress: boolean;
  /** Declared revenue of a year in fen. */
  readonly revenueFen: number | null;
  readonly features: ReadonlyMap<string, number>;
  readonly grade: LadderGrade | null;
  /** Null while the firm has not named the need it puts forward. */
  readonly need: Pick<NeedTerms, 'amountFen' | 'purpose'> | null;
};

export type CheckedLine = { readonly check: StandardCheck['check']; readonly verdict: StandardVerdict };
export type Standard = {
  readonly standard: StandardName;
  readonly verdict: StandardVerdict;
  readonly checks: readonly CheckedLine[];
};

/** The standards by records, in the order of the rules. Pure: the same facts and rules give the same verdicts. */
export const judgeStandards = (rules: readonly StandardRule[], facts: StandardFacts): Standard[] =>
  rules.map(({ standard, checks }) => {
    const lines = checks.map((check) => ({ check: check.check, verdict: judge(check, facts) }));
    return { standard, verdict: together(lines), checks: lines };
  });

function together(lines: readonly CheckedLine[]): StandardVerdict {
  if (lines.some(({ verdict }) => verdict === 'failed')) return 'failed';
  return lines.every(({ verdict }) => verdict === 'met') ? 'met' : 'unknown';
}

const metIf = (known: boolean): StandardVerdict => (known ? 'met' : 'failed');
const metOrOpen = (known: boolean): StandardVerdict => (known ? 'met' : 'unknown');

function judge(check: StandardCheck, facts: StandardFacts): StandardVerdict {
  switch (check.check) {
    case 'in-business':
      return metIf(facts.inBusiness);
    case 'founded':
      return founded(check.leastMonths, facts);
    case 'address':
      return metOrOpen(facts.hasAddress);
    case 'none': {
      const value = facts.features.get(check.feature);
      return value === undefined ? 'unknown' : metIf(value === 0);
    }
    case 'some':
      return some(check, facts);
    case 'need-stated':
      return metOrOpen(facts.need !== null);
    case 'need-to-revenue':
      return metOrOpen(isWithinRevenue(check.mostPpm, facts));
    case 'grade':
      return facts.grade === null
        ? 'unknown'
        : metIf(gradeLadder.indexOf(facts.grade) >= gradeLadder.indexOf(check.least));
    case 'purpose':
      return metOrOpen(facts.need !== null && check.among.includes(facts.need.purpose));
    case 'visit':
      return 'unknown';
  }
}

function founded(leastMonths: number, { establishedOn, today }: StandardFacts): StandardVerdict {
  if (establishedOn === null) return 'unknown';
  return metIf(addMonths(establishedOn, leastMonths) <= today);
}

/** Failed only where every one of the features is known and none is enough. */
function some(
  { features, least }: Extract<StandardCheck, { check: 'some' }>,
  facts: StandardFacts,
): StandardVerdict {
  const values = features.map((code) => facts.features.get(code));
  if (values.some((value) => value !== undefined && value >= least)) return 'met';
  return values.includes(undefined) ? 'unknown' : 'failed';
}

function isWithinRevenue(mostPpm: number, { need, revenueFen }: StandardFacts): boolean {
  if (need === null || revenueFen === null) return false;
  return need.amountFen <= shareOf(fen(revenueFen), ppm(mostPpm));
}
