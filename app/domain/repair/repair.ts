import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { RepairDuty } from './regime.ts';

/** Repair after the duties are done, or the shield while a reorganisation plan is performed (重整). */
export const repairKinds = ['repair', 'reorganisation'] as const;
export type RepairKind = (typeof repairKinds)[number];

export const repairStates = [
  'filed',
  'granted',
  'refused',
  'shielded',
  'failed',
  'withdrawn',
  'moot',
] as const;
export type RepairState = (typeof repairStates)[number];

export const repairMoves = ['grant', 'refuse', 'perform', 'fail', 'withdraw', 'end-moot'] as const;
export type RepairMove = (typeof repairMoves)[number];

export const isRepairPending = (state: RepairState): boolean => state === 'filed' || state === 'shielded';

/** What a move does to the record: sealed, brought back, or nothing. */
export type RepairEffect = 'seal' | 'restore' | null;

export type RepairCore = { readonly kind: RepairKind; readonly state: RepairState };

export type RepairRefusal = { readonly code: 'repair.not-now'; readonly state: RepairState };

type Step = { readonly to: RepairState; readonly effect: RepairEffect };

const steps: { readonly [M in RepairMove]: (core: RepairCore) => Step | null } = {
  grant: ({ kind, state }) =>
    state === 'filed' ? { to: kind === 'repair' ? 'granted' : 'shielded', effect: 'seal' } : null,
  refuse: ({ state }) => (state === 'filed' ? { to: 'refused', effect: null } : null),
  // The plan was performed: what was shielded stays sealed for good.
  perform: ({ state }) => (state === 'shielded' ? { to: 'granted', effect: null } : null),
  fail: ({ state }) => (state === 'shielded' ? { to: 'failed', effect: 'restore' } : null),
  withdraw: ({ state }) => (state === 'filed' ? { to: 'withdrawn', effect: null } : null),
  'end-moot': ({ state }) =>
    state === 'filed' || state === 'shielded' ? { to: 'moot', effect: null } : null,
};

/** Where a move leads and what it does to the record, or why it may not be made. */
export function moveRepair(core: RepairCore, move: RepairMove): Result<Step, RepairRefusal> {
  const step = steps[move](core);
  return step ? accept(step) : refuse({ code: 'repair.not-now', state: core.state });
}

export type FilingRefusal =
  | { readonly code: 'repair.not-repairable' }
  | { readonly code: 'repair.too-early'; readonly from: Day }
  | { readonly code: 'repair.duties-open'; readonly duties: readonly RepairDuty[] };

/** Whether a file may be handed in on a day: the term is over and every duty is stated as done. */
export function mayFile(
  outlook: { readonly earliest: Day } | null,
  duties: readonly RepairDuty[],
  done: readonly RepairDuty[],
  today: Day,
): Result<'yes', FilingRefusal> {
  if (!outlook) return refuse({ code: 'repair.not-repairable' });
  if (today < outlook.earliest) return refuse({ code: 'repair.too-early', from: outlook.earliest });
  const open = duties.filter((duty) => !done.includes(duty));
  return open.length > 0 ? refuse({ code: 'repair.duties-open', duties: open }) : accept('yes');
}
