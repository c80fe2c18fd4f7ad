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

export type Asked = { readonly item: string; readonly at: Date };
export type ProbingRefusal = {
  readonly code: 'privacy.probing-day' | 'privacy.probing-item';
  readonly most: number;
};

const dayMs = 86_400_000;

/**
 * Keeps yes-or-no questions from being repeated until they give the figure away (domain.md, also dangerous 21): so many
 * about one subject in 24 hours, so many about one item of it in 30 days, refused ones included.
 */
export function checkProbing(
  asked: readonly Asked[],
  item: string,
  at: Date,
  limits: PrivacyDuties['probing'],
): Result<null, ProbingRefusal> {
  const since = (ms: number) => asked.filter((one) => at.getTime() - one.at.getTime() < ms);
  if (since(dayMs).length >= limits.perSubjectAndDay)
    return refuse({ code: 'privacy.probing-day', most: limits.perSubjectAndDay });
  if (since(30 * dayMs).filter((one) => one.item === item).length >= limits.perItemAndMonth)
    return refuse({ code: 'privacy.probing-item', most: limits.perItemAndMonth });
  return accept(null);
}
