import { addDays, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

export const mailModes = ['off', 'at-once', 'daily'] as const;
export type MailMode = (typeof mailModes)[number];

/** How a person wants to be told by e-mail. Hours are whole ones in Asia/Shanghai; equal quiet hours mean none. */
export type MailWish = {
  readonly mode: MailMode;
  /** When the daily digest goes out. */
  readonly digestHour: number;
  /** No mail from this hour on … */
  readonly quietFrom: number;
  /** … until this one, on the next day where it is the smaller. */
  readonly quietTo: number;
  /** Urgent messages come at once, in the quiet hours, too. */
  readonly urgentAnytime: boolean;
};

/** What a person has who never said anything: the inbox alone. */
export const silentWish: MailWish = {
  mode: 'off',
  digestHour: 8,
  quietFrom: 21,
  quietTo: 7,
  urgentAnytime: true,
};

/** `single` tells of one message; messages with one slot of `digest` share a mail. */
export type MailPlan = { readonly kind: 'single' | 'digest'; readonly slot: string; readonly dueAt: Date };

const hourMs = 3_600_000;
const atHour = (day: Day, hour: number): Date => new Date(startOf(day).getTime() + hour * hourMs);

/** The hour of the day in Asia/Shanghai as a fraction of hours, 0 up to 24. */
const timeOf = (instant: Date): number => (instant.getTime() - startOf(dayAt(instant)).getTime()) / hourMs;

/** Whether an instant lies in the quiet hours: the first of them is quiet, the hour they end at is not. */
export function isQuiet({ quietFrom, quietTo }: Pick<MailWish, 'quietFrom' | 'quietTo'>, at: Date): boolean {
  const time = timeOf(at);
  return quietFrom <= quietTo ? quietFrom <= time && time < quietTo : time >= quietFrom || time < quietTo;
}

/** The first instant from `at` on that is not quiet. */
function afterQuiet(wish: Pick<MailWish, 'quietFrom' | 'quietTo'>, at: Date): Date {
  if (!isQuiet(wish, at)) return at;
  const today = atHour(dayAt(at), wish.quietTo);
  return today > at ? today : atHour(addDays(dayAt(at), 1), wish.quietTo);
}

/** The next instant at which the clock shows an hour, later than `at`. */
function nextHour(at: Date, hour: number): Date {
  const today = atHour(dayAt(at), hour);
  return today > at ? today : atHour(addDays(dayAt(at), 1), hour);
}

/**
 * When and in which mail a person hears of a message, or null where they want none. An urgent one waits for no digest; what
 * the quiet hours held back comes together when they end.
 */
export function planMail(
  wish: MailWish,
  message: { readonly id: string; readonly urgent: boolean },
  now: Date,
): MailPlan | null {
  if (wish.mode === 'off') return null;
  const single = { kind: 'single', slot: message.id, dueAt: now } as const;
  if (message.urgent && (wish.urgentAnytime || !isQuiet(wish, now))) return single;
  const waits = wish.mode === 'daily' && !message.urgent;
  const dueAt = afterQuiet(wish, waits ? nextHour(now, wish.digestHour) : now);
  return dueAt > now ? { kind: 'digest', slot: `digest-${dueAt.toISOString()}`, dueAt } : single;
}

/** The time that a sent mail is tried again after, in seconds: about a day in all. */
export const mailPauses = [60, 300, 1_800, 7_200, 21_600, 43_200] as const;

export const mailOutcomes = ['delivered', 'refused', 'deferred', 'unreachable'] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** A server's answer in the terms of RFC 5321: 5xx is final, 4xx is worth another try; none at all is a server out of reach. */
export const outcomeOfCode = (code: number | null): MailOutcome =>
  code === null ? 'unreachable' : code >= 500 ? 'refused' : 'deferred';

/** What follows the n-th try, the first being 1: done, another in so many seconds, or the end. */
export function sequelOfMail(
  outcome: MailOutcome,
  n: number,
): 'sent' | 'failed' | { readonly seconds: number } {
  if (outcome === 'delivered') return 'sent';
  const seconds = outcome === 'refused' ? undefined : mailPauses[n - 1];
  return seconds === undefined ? 'failed' : { seconds };
}

/** When a mail whose pause ends at an instant is tried again: quiet hours hold for it, too, but not for a code or an urgent one that may. */
export function nextTry(
  wish: Pick<MailWish, 'quietFrom' | 'quietTo' | 'urgentAnytime'>,
  mail: { readonly kind: MailPlan['kind'] | 'code'; readonly urgent: boolean },
  at: Date,
): Date {
  return mail.kind === 'code' || (mail.urgent && wish.urgentAnytime) ? at : afterQuiet(wish, at);
}

/** An address is confirmed by a code that was sent there, within so many minutes and tries; ours. */
export const mailCode = { minutes: 30, tries: 5 } as const;

export type CodeRefusal =
  | { readonly code: 'access.mail-code-wrong'; readonly field: 'code'; readonly left: number }
  | { readonly code: 'access.mail-code-over'; readonly field: 'code' };

/** Whether a typed code confirms an address. `isRight` is the comparison, made in constant time by the caller. */
export function checkMailCode(
  waiting: { readonly expiresAt: Date | null; readonly tries: number },
  isRight: boolean,
  now: Date,
): Result<'confirmed', CodeRefusal> {
  if (waiting.expiresAt === null || waiting.expiresAt <= now || waiting.tries >= mailCode.tries)
    return refuse({ code: 'access.mail-code-over', field: 'code' });
  if (isRight) return accept('confirmed');
  return refuse({ code: 'access.mail-code-wrong', field: 'code', left: mailCode.tries - waiting.tries - 1 });
}
