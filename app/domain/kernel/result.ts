/** An expected "no": a code worded in `app/text`, and the facts that the wording needs. */
export type Refusal = { readonly code: string };

export type Accepted<T> = { readonly ok: true; readonly value: T };
export type Refused<R extends Refusal> = { readonly ok: false; readonly refusal: R };

/** The outcome of a rule or use case. Expected refusals are values; only faults throw. */
export type Result<T, R extends Refusal> = Accepted<T> | Refused<R>;

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value });

export const refuse = <R extends Refusal>(refusal: R): Refused<R> => ({ ok: false, refusal });

/** The value of a result that cannot be refused here; a refusal is then a fault of ours. */
export function insist<T, R extends Refusal>(result: Result<T, R>): T {
  if (result.ok) return result.value;
  throw new Error(`unexpected refusal ${result.refusal.code}`);
}
