import { addWorkingDays } from '~/domain/institution/working-days.ts';
import { type Day, dayAt, yearOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/**
 * What a firm states of itself under a credit promise (自愿填报+信用承诺, domain.md row A6). `doubted`: the platform
 * asked about it and the firm may answer; `broken`: it was found untrue, so its figures are out and the promise counts
 * as broken.
 */
export const declarationStates = ['in-force', 'doubted', 'replaced', 'withdrawn', 'broken'] as const;
export type DeclarationState = (typeof declarationStates)[number];

/** The figures of one year; `orders` are those in hand on the day of signing. */
export type DeclaredFigures = {
  readonly year: number;
  readonly employees: number | null;
  readonly revenue: Fen | null;
  readonly assets: Fen | null;
  readonly orders: Fen | null;
};

export const declaredElements = ['employees', 'revenue', 'assets', 'orders'] as const;
export type DeclaredElement = (typeof declaredElements)[number];

export type Declaration = DeclaredFigures & {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly state: DeclarationState;
  readonly signedAt: Date;
  readonly answerDue: Day | null;
  readonly isAnswered: boolean;
  readonly doubtedBy: string | null;
  readonly decidedAt: Date | null;
};

/** Policy data `self-declaration`. */
export type DeclarationRules = {
  /** The version of the promise that is signed today. */
  readonly promise: string;
  /** Working days in which a firm may answer a doubt. */
  readonly answerWorkingDays: number;
  /** How many years back figures may be given for. */
  readonly yearsBack: number;
  /** From this difference to an official figure on, in ppm, the desk is shown it. */
  readonly differencePpm: number;
};

export type DeclareRefusal =
  | { readonly code: 'declaration.empty' }
  | { readonly code: 'declaration.year'; readonly first: number; readonly last: number }
  | { readonly code: 'declaration.known-already'; readonly elements: readonly DeclaredElement[] }
  | { readonly code: 'declaration.under-doubt' };

/** The years that figures may be given for, the latest first: a year is over before it is declared. */
export const declarableYears = (today: Day, { yearsBack }: DeclarationRules): number[] =>
  Array.from({ length: yearsBack }, (_, i) => yearOf(today) - 1 - i);

/**
 * May these figures be declared? Nothing that a public body supplied already (`known`, never ask twice), nothing while
 * the year's earlier declaration is under doubt.
 */
export function checkFigures(
  figures: DeclaredFigures,
  {
    today,
    rules,
    known,
    current,
  }: {
    readonly today: Day;
    readonly rules: DeclarationRules;
    readonly known: ReadonlySet<DeclaredElement>;
    readonly current: Pick<Declaration, 'state'> | null;
  },
): Result<null, DeclareRefusal> {
  const years = declarableYears(today, rules);
  if (!years.includes(figures.year))
    return refuse({ code: 'declaration.year', first: years.at(-1) ?? 0, last: years[0] ?? 0 });
  const given = declaredElements.filter((element) => figures[element] !== null);
  if (given.length === 0) return refuse({ code: 'declaration.empty' });
  const twice = given.filter((element) => known.has(element));
  if (twice.length > 0) return refuse({ code: 'declaration.known-already', elements: twice });
  return current?.state === 'doubted' ? refuse({ code: 'declaration.under-doubt' }) : accept(null);
}

/** The last day on which the firm may answer a doubt raised on a day. */
export const answerDueOf = (doubtedOn: Day, { answerWorkingDays }: DeclarationRules): Day =>
  addWorkingDays(doubtedOn, answerWorkingDays);

export type JudgeRefusal =
  | { readonly code: 'declaration.not-doubted' }
  | { readonly code: 'declaration.same-person' }
  | { readonly code: 'declaration.answer-open'; readonly until: Day };

/** Who decides about a doubt: somebody else than who raised it, after the firm answered or its days are over. */
export function checkJudge(
  { state, doubtedBy, isAnswered, answerDue }: Declaration,
  { by, today }: { readonly by: string; readonly today: Day },
): Result<null, JudgeRefusal> {
  if (state !== 'doubted') return refuse({ code: 'declaration.not-doubted' });
  if (doubtedBy === by) return refuse({ code: 'declaration.same-person' });
  if (!isAnswered && answerDue && answerDue >= today)
    return refuse({ code: 'declaration.answer-open', until: answerDue });
  return accept(null);
}

/** How far two figures lie apart in ppm of the official one, rounded down; null when there is nothing to compare. */
export function differencePpm(declared: bigint | null, official: bigint | null): number | null {
  if (declared === null || official === null || official === 0n) return null;
  const apart = declared > official ? declared - official : official - declared;
  return Number((apart * 1_000_000n) / (official > 0n ? official : -official));
}

/** The day of the Asia/Shanghai calendar on which it was signed. */
export const signedOn = ({ signedAt }: Pick<Declaration, 'signedAt'>): Day => dayAt(signedAt);
