import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** Why a firm objects to a record. */
export const objectionGrounds = [
  'not-mine',
  'wrong-content',
  'already-cured',
  'outdated',
  'duplicate',
  'other',
] as const;
export type ObjectionGround = (typeof objectionGrounds)[number];

/** Where an objection stands. `answered` waits for the end of the days for an appeal and binds nobody. */
export const objectionStates = [
  'checking',
  'with-provider',
  'answered',
  'appealed',
  'closed',
  'withdrawn',
  'moot',
] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** What the provider found. */
export const verdicts = ['upheld', 'partly', 'refused'] as const;
export type ObjectionVerdict = (typeof verdicts)[number];

export const objectionMoves = [
  'forward',
  'answer',
  'extend',
  'appeal',
  'send-back',
  'dismiss',
  'withdraw',
  'end-moot',
] as const;
export type ObjectionMove = (typeof objectionMoves)[number];

const live = ['checking', 'with-provider', 'appealed'] as const satisfies readonly ObjectionState[];

/** Pending: flagged beside the record, and suspended where the regime says so. */
export const isPending = (state: ObjectionState): boolean =>
  (live as readonly ObjectionState[]).includes(state);

/** From which states a move leads where; what is not here is refused. An answer by the platform is its own error put right. */
const moves: { readonly [M in ObjectionMove]: Partial<Record<ObjectionState, ObjectionState>> } = {
  forward: { checking: 'with-provider' },
  answer: { checking: 'answered', 'with-provider': 'answered' },
  extend: { 'with-provider': 'with-provider' },
  appeal: { answered: 'appealed' },
  'send-back': { appealed: 'with-provider' },
  dismiss: { appealed: 'closed' },
  withdraw: { checking: 'withdrawn', 'with-provider': 'withdrawn', appealed: 'withdrawn' },
  'end-moot': { checking: 'moot', 'with-provider': 'moot', appealed: 'moot' },
};

export type ObjectionCore = {
  readonly state: ObjectionState;
  /** 1 the first time, 2 after an appeal was sent back to the provider. */
  readonly round: number;
  readonly extended: boolean;
  readonly verdict: ObjectionVerdict | null;
  readonly appealUntil: Day | null;
};

/** When a case was with somebody: as days, null what has not happened. `answeredOn` is the first answer's. */
export type CaseDays = {
  readonly receivedOn: Day;
  readonly answeredOn: Day | null;
  readonly appealedOn: Day | null;
  readonly closedOn: Day | null;
};

/**
 * The spans of days in which the case was pending: until its first answer, and again from the appeal. Between the two
 * nothing is disputed. The last day is null while it lasts.
 */
export function pendingSpans({
  receivedOn,
  answeredOn,
  appealedOn,
  closedOn,
}: CaseDays): readonly { readonly from: Day; readonly to: Day | null }[] {
  if (!appealedOn) return [{ from: receivedOn, to: closedOn }];
  return [
    { from: receivedOn, to: answeredOn ?? appealedOn },
    { from: appealedOn, to: closedOn },
  ];
}

export type ObjectionRefusal =
  | { readonly code: 'objection.not-now'; readonly state: ObjectionState }
  | { readonly code: 'objection.extended-already' }
  | { readonly code: 'objection.appeal-too-late'; readonly until: Day }
  | { readonly code: 'objection.appeal-once' }
  | { readonly code: 'objection.upheld-already' };

/** Where a move leads on a day, or why it may not be made. */
export function moveObjection(
  core: ObjectionCore,
  move: ObjectionMove,
  today: Day,
): Result<ObjectionState, ObjectionRefusal> {
  const next = moves[move][core.state];
  if (!next) return refuse({ code: 'objection.not-now', state: core.state });
  if (move === 'extend' && core.extended) return refuse({ code: 'objection.extended-already' });
  if (move === 'appeal') {
    if (core.verdict === 'upheld') return refuse({ code: 'objection.upheld-already' });
    if (core.round > 1) return refuse({ code: 'objection.appeal-once' });
    if (core.appealUntil && today > core.appealUntil)
      return refuse({ code: 'objection.appeal-too-late', until: core.appealUntil });
  }
  return accept(next);
}
