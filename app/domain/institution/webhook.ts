/**
 * What a bank can be told of: the steps of its applications, needs put before it and what it did with them, the alerts on its loans, consents that were withdrawn,
 * and records or scores that were restated.
 */
export const webhookTypes = [
  'application.submitted',
  'application.picked-up',
  'application.proposed',
  'application.sent-back',
  'application.approved',
  'application.declined',
  'application.withdrawn',
  'application.accepted',
  'application.offer-declined',
  'application.contracted',
  'application.disbursed',
  'application.returned',
  'application.lapsed',
  'application.documented',
  'application.documents-asked',
  'application.second-look-asked',
  'application.second-look-refused',
  'application.reopened',
  'application.resumed',
  'application.pause-ended',
  'application.transferred',
  'application.reassigned',
  'need.posted',
  'need.taken',
  'need.answered',
  'need.chosen',
  'need.returned',
  'need.withdrawn',
  'need.expired',
  'monitoring.raised',
  'monitoring.escalated',
  'monitoring.answered',
  'monitoring.reminded',
  'monitoring.superseded',
  'monitoring.cleared',
  'monitoring.closed',
  'monitoring.reversed',
  'consent.withdrawn',
  'consent.paused',
  'consent.resumed',
  'consent.person-withdrawn',
  'restatement.viewer',
  'restatement.open-application',
  'restatement.second-look',
] as const;
export type WebhookType = (typeof webhookTypes)[number];

/** What every bank that may know of a posted need is told alike. */
export const postingTypes = [
  'need.posted',
  'need.withdrawn',
  'need.expired',
] as const satisfies readonly WebhookType[];
export type PostingType = (typeof postingTypes)[number];

export const isWebhookType = (text: string): text is WebhookType =>
  (webhookTypes as readonly string[]).includes(text);

/** Seconds between one attempt and the next, as Standard Webhooks suggests: about five days in all. */
export const retryPauses = [
  5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, 86_400, 86_400,
] as const;

/** How long a receiver has to answer. */
export const answerSeconds = 15;

export type AttemptOutcome =
  | 'delivered'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'forbidden-address'
  | 'no-secret';

export type Attempt = { readonly outcome: AttemptOutcome; readonly status: number | null };

/** What follows an attempt: done, another in so many seconds, or the end of the message and, with it, of the endpoint. */
export type Sequel =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly seconds: number }
  | { readonly kind: 'ended'; readonly why: 'gone' | 'exhausted' };

/** After the n-th attempt, the first being 1. 410 means that the receiver wants no more (Standard Webhooks). */
export function sequelOf(attempt: Attempt, n: number): Sequel {
  if (attempt.outcome === 'delivered') return { kind: 'delivered' };
  if (attempt.status === 410) return { kind: 'ended', why: 'gone' };
  const seconds = retryPauses[n - 1];
  return seconds === undefined ? { kind: 'ended', why: 'exhausted' } : { kind: 'again', seconds };
}

/** An answer of 2xx within the time is a delivery; a redirect is none. */
export const outcomeOf = (status: number): AttemptOutcome =>
  status >= 200 && status < 300 ? 'delivered' : 'refused';
