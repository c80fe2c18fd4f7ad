import type { Bands } from '~/domain/catalogue/bands.ts';

/** What a provider's endpoint says to one question: yes or no, or the number of a band where bands were asked for. */
export type ProviderAnswer = 'yes' | 'no' | 'unavailable' | { readonly band: number };

/** Why a call brought no answer. */
export type CallFault = 'timeout' | 'unreachable' | 'busy' | 'refused' | 'unreadable' | 'no-credential';

/** Faults of the moment: the same call may get through a little later. */
const passing: readonly CallFault[] = ['timeout', 'unreachable', 'busy'];

/** Milliseconds before the second and the third attempt; afterwards the question stays without an answer. */
const pauses = [200, 800] as const;

/** How long to wait before a call is tried again after `attempts` attempts; null when it is not. */
export function pauseAfter(attempts: number, fault: CallFault): number | null {
  return passing.includes(fault) ? (pauses[attempts - 1] ?? null) : null;
}

/** An HTTP status as a fault; null for one that carries an answer. */
export function faultOfStatus(status: number): CallFault | null {
  if (status === 429 || status >= 500) return 'busy';
  return status === 200 ? null : 'refused';
}

/**
 * The answer in a body, or null where it is none that the question asks for; whatever else the body says is dropped.
 * A question in `bands` is answered by the number of one, counted from 0, or by `no` where there is no record.
 */
export function readAnswer(body: unknown, bands: Bands | null = null): ProviderAnswer | null {
  const said: { answer?: unknown; band?: unknown } = typeof body === 'object' && body !== null ? body : {};
  const { answer, band } = said;
  if (answer === 'no' || answer === 'unavailable') return answer;
  if (bands === null) return answer === 'yes' ? answer : null;
  const isBand =
    typeof band === 'number' && Number.isInteger(band) && band >= 0 && band <= bands.edges.length;
  return answer === 'band' && isBand ? { band } : null;
}

/** Consecutive failed calls after which an endpoint is left alone, and for how long. */
export const breakerAfter = 5;
export const breakerRestMs = 60_000;

export type Breaker = { readonly failures: number; readonly openUntil: Date | null };
export type BreakerState = 'closed' | 'open' | 'trial';

/**
 * Whether an endpoint may be called: `closed` always, `open` not at all, `trial` once to find out whether it is well
 * again.
 */
export function breakerState({ failures, openUntil }: Breaker, at: Date): BreakerState {
  if (failures < breakerAfter) return 'closed';
  return openUntil !== null && at < openUntil ? 'open' : 'trial';
}

/** The breaker after a call. An endpoint that answers is well, whatever it answered. */
export function breakerAfterCall({ failures }: Breaker, fault: CallFault | null, at: Date): Breaker {
  if (fault === null) return { failures: 0, openUntil: null };
  const count = failures + 1;
  const openUntil = count >= breakerAfter ? new Date(at.getTime() + breakerRestMs) : null;
  return { failures: count, openUntil };
}

/** Hours for which an answer is given again to the same question under the same consent, instead of another call. */
export const answerHours = 24;

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether the platform may call an address: HTTPS, without a name or password in it. Plain HTTP only to this very
 * machine, where the platform itself serves nobody else (`onlyHere`).
 */
export function isCallable(text: string, onlyHere: boolean): boolean {
  if (!URL.canParse(text) || text.length > 500) return false;
  const { protocol, username, password, hostname } = new URL(text);
  if (username !== '' || password !== '') return false;
  if (loopback.has(hostname)) return onlyHere && (protocol === 'http:' || protocol === 'https:');
  return protocol === 'https:';
}
