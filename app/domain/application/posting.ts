import { type Deadline, deadlineOf } from '~/domain/application/clock.ts';
import { principleDeadline } from '~/domain/application/recommendation.ts';
import { addDays, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** Clocks of a posted need (policy data `need-response`, domain.md row E6). */
export type PostingRules = {
  /** Working days in which a bank answers a need that it took up. */
  readonly answerWorkingDays: number;
  /** Calendar days for which a need is posted. */
  readonly openDays: number;
  /** What banks are told of an anonymous firm fits at least so many firms. */
  readonly leastAlike: number;
  /** Months in which a bank gives its answer in principle to a recommended firm (row E5). */
  readonly answerMonths: number;
};

/** A need put before banks (需求发布): to all of them but those named. */
export type Posting = {
  /** `ended`: its last day is past, and banks that took it up still answer. `closed`: the firm took it back. */
  readonly state: 'open' | 'ended' | 'closed';
  /** The last day on which it stands. */
  readonly openUntil: Day;
  /** Banks that are not asked: those with an application for this need when it was posted (row E7); later ones are kept from it as well. */
  readonly notTo: readonly InstitutionId[];
  /** The firm stands on the recommended list (row E5): banks have a month for their answer in principle. */
  readonly recommended: boolean;
};

/**
 * `taken`: the bank's clock runs. `offered`: it stated terms, an intention and no approval (row F1). `passed`: it answered
 * that it has nothing. `returned`: it let the clock run out. `chosen`: the firm applies on these terms. `void`: the firm took
 * the need back while the bank's clock ran.
 */
export const answerStates = ['taken', 'offered', 'passed', 'returned', 'chosen', 'void'] as const;
export type AnswerState = (typeof answerStates)[number];

export type Answer = { readonly state: AnswerState; readonly dueAt: Date; readonly validUntil: Day | null };

export type PostingRefusal =
  | { readonly code: 'need.posting-over' }
  | { readonly code: 'need.taken-already' }
  | { readonly code: 'need.let-lapse' }
  | { readonly code: 'need.not-taken' }
  | { readonly code: 'need.answered-already' }
  | { readonly code: 'need.answer-late'; readonly at: string }
  | { readonly code: 'need.no-offer' }
  | { readonly code: 'need.offer-over'; readonly on: Day };

/** Whether banks may still take a posted need up. */
export const isPosted = ({ state, openUntil }: Posting, today: Day): boolean =>
  state === 'open' && today <= openUntil;

/** A posting that is over does not exist for a bank that never took it up. */
export const isHidden = (posting: Posting, own: Answer | null, today: Day): boolean =>
  own === null && !isPosted(posting, today);

/** The last day of a posting that begins on a day. */
export const postedUntil = (from: Day, { openDays }: PostingRules): Day => addDays(from, openDays);

/** The last day for an answer to a need taken up on a day. */
export const answerDeadline = (
  takenOn: Day,
  rules: Pick<PostingRules, 'answerWorkingDays' | 'answerMonths'>,
  recommended: boolean,
): Deadline =>
  recommended
    ? { lastDay: principleDeadline(takenOn, rules), provisional: false }
    : deadlineOf(takenOn, rules.answerWorkingDays);

/** A bank takes a need up: once, and never again after it let one lapse. The answer is due at the end of the last day. */
export function takeUp(
  posting: Posting,
  own: Answer | null,
  at: Date,
  rules: PostingRules,
): Result<{ readonly dueAt: Date }, PostingRefusal> {
  if (own) return refuse({ code: own.state === 'returned' ? 'need.let-lapse' : 'need.taken-already' });
  if (!isPosted(posting, dayAt(at))) return refuse({ code: 'need.posting-over' });
  const { lastDay } = answerDeadline(dayAt(at), rules, posting.recommended);
  return accept({ dueAt: startOf(addDays(lastDay, 1)) });
}

/** Whether a bank may answer now, with terms or by passing: as long as its clock runs, though the posting ended meanwhile. */
export function mayAnswer(posting: Posting, own: Answer | null, at: Date): Result<Answer, PostingRefusal> {
  if (!own) return refuse({ code: 'need.not-taken' });
  if (own.state === 'returned' || (own.state === 'taken' && own.dueAt <= at))
    return refuse({ code: 'need.answer-late', at: own.dueAt.toISOString() });
  if (own.state === 'void' || (own.state === 'taken' && posting.state === 'closed'))
    return refuse({ code: 'need.posting-over' });
  if (own.state !== 'taken') return refuse({ code: 'need.answered-already' });
  return accept(own);
}

/** Whether the firm may apply on the terms of an answer: they still stand. The posting may be over. */
export function mayChoose(answer: Answer, today: Day): Result<Answer, PostingRefusal> {
  if ((answer.state !== 'offered' && answer.state !== 'chosen') || answer.validUntil === null)
    return refuse({ code: 'need.no-offer' });
  return answer.validUntil < today
    ? refuse({ code: 'need.offer-over', on: answer.validUntil })
    : accept(answer);
}

/** Whether the platform takes a need back from a bank: its clock ran out without an answer. */
export const isLapsed = ({ state, dueAt }: Answer, at: Date): boolean => state === 'taken' && dueAt <= at;
