import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PrivacyDuties } from '../consent/duties.ts';

/** What a record about a person says, once opened with the person's key. Amounts are digit strings of fen. */
export type PersonRecord = {
  readonly from: string;
  readonly to: string | null;
  readonly amountFen: string | null;
  readonly category: string | null;
};

/** What may be asked of an item that is only compared: whether there is a record, or one of at least an amount. */
export type Question =
  | { readonly kind: 'any' }
  | { readonly kind: 'open' }
  | { readonly kind: 'at-least'; readonly amount: Fen };

/** The question as one text: equal questions have equal texts. */
export const questionText = (question: Question): string =>
  question.kind === 'at-least' ? `at-least ${question.amount}` : question.kind;

/** Yes or no, and nothing more (可用不可见). `open` asks for a record without an end. */
export function answerTo(records: readonly PersonRecord[], question: Question): boolean {
  if (question.kind === 'any') return records.length > 0;
  if (question.kind === 'open') return records.some(({ to }) => to === null);
  return records.some(({ amountFen }) => amountFen !== null && BigInt(amountFen) >= question.amount);
}

/** A question that was asked; `question` is its text. */
export type Asked = { readonly item: string; readonly question: string; readonly at: Date };
export type ProbingRefusal = {
  readonly code: 'privacy.probing-day' | 'privacy.probing-item' | 'privacy.probing-narrowing';
  readonly most: number;
};

const dayMs = 86_400_000;

const amountIn = (question: string): bigint | null => {
  const digits = /^at-least (\d+)$/.exec(question)?.[1];
  return digits === undefined ? null : BigInt(digits);
};

/**
 * Which of these amounts, in the order they were asked, may be answered: one strictly between two that were answered
 * halves what is left of the figure (bisection), and only so many of those are. Asking up or down a scale, or the same
 * again, narrows nothing.
 */
export function withinNarrowing(amounts: readonly bigint[], most: number): boolean[] {
  const answered = new Set<bigint>();
  let narrowed = 0;
  return amounts.map((amount) => {
    const isNew = !answered.has(amount);
    const isBetween = isNew && [...answered].some((a) => a < amount) && [...answered].some((a) => a > amount);
    if (isBetween && narrowed >= most) return false;
    if (isBetween) narrowed += 1;
    answered.add(amount);
    return true;
  });
}

/**
 * Keeps yes-or-no questions from being repeated until they give the figure away (domain.md row C4, also dangerous 21): so
 * many about one subject in 24 hours, so many about one item of it in 30 days, refused ones included; and of the amounts
 * asked about an item only so many between two others.
 */
export function checkProbing(
  asked: readonly Asked[],
  { item, question }: Pick<Asked, 'item' | 'question'>,
  at: Date,
  limits: PrivacyDuties['probing'],
): Result<null, ProbingRefusal> {
  const since = (ms: number) => asked.filter((one) => at.getTime() - one.at.getTime() < ms);
  if (since(dayMs).length >= limits.perSubjectAndDay)
    return refuse({ code: 'privacy.probing-day', most: limits.perSubjectAndDay });
  const sameItem = since(30 * dayMs)
    .filter((one) => one.item === item)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (sameItem.length >= limits.perItemAndMonth)
    return refuse({ code: 'privacy.probing-item', most: limits.perItemAndMonth });
  const amounts = [...sameItem, { question }].flatMap((one) => amountIn(one.question) ?? []);
  const isAnswered = withinNarrowing(amounts, limits.narrowingPerItemAndMonth).at(-1) ?? true;
  if (amountIn(question) !== null && !isAnswered)
    return refuse({ code: 'privacy.probing-narrowing', most: limits.narrowingPerItemAndMonth });
  return accept(null);
}
