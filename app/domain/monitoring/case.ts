import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

export type Severity = 'yellow' | 'orange' | 'red';
export type AlertState = 'open' | 'answered' | 'closed';

/** Why a case is closed (处置结论): a fixed list, so that precision per signal can be measured (H5). */
export const verdicts = ['confirmed', 'explained', 'cured', 'false-alarm'] as const;
export type Verdict = (typeof verdicts)[number];

export type AlertRefusal =
  | { readonly code: 'monitoring.closed' }
  | { readonly code: 'monitoring.right-of-reply'; readonly until: string }
  | { readonly code: 'monitoring.answered-already' };

/** Whether a verdict has to wait because the firm may still be heard: one that finds the fact true or explained (H6). */
export const mayStillAnswer = (
  { wasAnswered, dueAt }: { readonly wasAnswered: boolean; readonly dueAt: Date },
  verdict: Verdict,
  now: Date,
): boolean => !wasAnswered && now < dueAt && (verdict === 'confirmed' || verdict === 'explained');

/**
 * May the bank close the case now? The firm's right of reply comes first (H6): before the deadline an unanswered case
 * closes only when the signal itself proved wrong or is cured.
 */
export function closeCase(
  alert: { readonly state: AlertState; readonly dueAt: Date },
  verdict: Verdict,
  now: Date,
): Result<'closed', AlertRefusal> {
  if (alert.state === 'closed') return refuse({ code: 'monitoring.closed' });
  const { state, dueAt } = alert;
  if (mayStillAnswer({ wasAnswered: state === 'answered', dueAt }, verdict, now))
    return refuse({ code: 'monitoring.right-of-reply', until: alert.dueAt.toISOString() });
  return accept('closed');
}

/** The state after an answer or a follow-up; nothing is added to a closed case. */
export function answerCase(alert: { readonly state: AlertState }): Result<AlertState, AlertRefusal> {
  return alert.state === 'closed' ? refuse({ code: 'monitoring.closed' }) : accept('answered');
}

/** May somebody be pressed about the case? The bank while it is live, the firm while it owes an answer. */
export function mayRemind(
  alert: { readonly state: AlertState },
  whom: 'bank' | 'firm',
): Result<'reminded', AlertRefusal> {
  if (alert.state === 'closed') return refuse({ code: 'monitoring.closed' });
  return whom === 'firm' && alert.state === 'answered'
    ? refuse({ code: 'monitoring.answered-already' })
    : accept('reminded');
}
