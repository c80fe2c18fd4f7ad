import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/**
 * Where a claim stands. `waiting`: owed but not (wholly) reserved, maybe partly paid. `held`: reserved, on the
 * operator's desk. `returned`: the bank completes the evidence. `proposed`: a second person confirms.
 */
export const claimStates = [
  'waiting',
  'held',
  'returned',
  'proposed',
  'paid',
  'refused',
  'withdrawn',
] as const;
export type ClaimState = (typeof claimStates)[number];

export type ClaimStep =
  | 'hold'
  | 'lose-hold'
  | 'return'
  | 'complete'
  | 'propose'
  | 'take-back'
  | 'pay'
  | 'pay-part'
  | 'refuse'
  | 'withdraw';

type Move = { readonly from: readonly ClaimState[]; readonly to: ClaimState };

/** Every step, from where it may be taken, and where it leads. A paid claim is determined anew, never edited. */
const moves: { readonly [S in ClaimStep]: Move } = {
  hold: { from: ['waiting', 'held'], to: 'held' },
  'lose-hold': { from: ['held'], to: 'waiting' },
  return: { from: ['waiting', 'held'], to: 'returned' },
  complete: { from: ['returned'], to: 'waiting' },
  propose: { from: ['held', 'waiting', 'paid'], to: 'proposed' },
  'take-back': { from: ['proposed'], to: 'waiting' },
  pay: { from: ['proposed'], to: 'paid' },
  'pay-part': { from: ['proposed'], to: 'waiting' },
  refuse: { from: ['proposed'], to: 'refused' },
  withdraw: { from: ['waiting', 'held', 'returned'], to: 'withdrawn' },
};

export type ClaimRefusal = {
  readonly code: 'compensation.wrong-state';
  readonly state: ClaimState;
  readonly step: ClaimStep;
};

/** The state after a step, or that the step is not open from where the claim stands. */
export function nextState(state: ClaimState, step: ClaimStep): Result<ClaimState, ClaimRefusal> {
  const move = moves[step];
  return move.from.includes(state)
    ? accept(move.to)
    : refuse({ code: 'compensation.wrong-state', state, step });
}

/** Claims that the queue looks at: money may still be reserved for them. */
export const isQueued = (state: ClaimState): boolean => state === 'waiting' || state === 'held';

/** Closed with nothing owed on it: money that comes back then is the bank's own. */
export const isClosedWithoutPay = (state: string): boolean => state === 'refused' || state === 'withdrawn';

/** Closed for good unless it is determined anew. */
export const isClosed = (state: ClaimState): boolean =>
  state === 'paid' || state === 'refused' || state === 'withdrawn';
