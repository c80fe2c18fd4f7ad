import type { Verdict } from '~/domain/product/predicate.ts';

/** A verdict as a number, so that "all" is the least, "any" the greatest and "not" `2 − v`. */
export const verdictCodes = { fail: 0, unknown: 1, pass: 2 } as const satisfies { [V in Verdict]: number };
