import type { Day } from '~/domain/kernel/day.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Proposal } from './proposal.ts';
import { type ApplicationState, type CommandKind, isFinal, transitions } from './state.ts';

/** What decides about the next step of an application. */
export type ApplicationCore = {
  readonly state: ApplicationState;
  readonly pickupDueAt: Date;
  readonly decisionDueAt: Date;
  readonly makerId: UserId | null;
  readonly checkerId: UserId | null;
  readonly proposal: Proposal | null;
  /** Last day of the offer. */
  readonly offerUntil: Day | null;
  readonly closedAt: Date | null;
};

export type Command =
  | { readonly kind: 'pick-up' | 'send-back' | 'decide'; readonly by: UserId }
  | { readonly kind: 'propose'; readonly by: UserId; readonly proposal: Proposal }
  | { readonly kind: Exclude<CommandKind, 'pick-up' | 'send-back' | 'decide' | 'propose'> };

export type StepRefusal =
  | {
      readonly code: 'application.wrong-state';
      readonly state: ApplicationState;
      readonly command: CommandKind;
    }
  | { readonly code: 'application.clock-lapsed'; readonly at: string }
  | { readonly code: 'application.other-officer' }
  | { readonly code: 'application.maker-is-checker' }
  | { readonly code: 'application.offer-lapsed'; readonly on: Day }
  | { readonly code: 'application.not-due' };

const bankMustAct: readonly CommandKind[] = ['pick-up', 'propose', 'send-back', 'decide'];

/**
 * One step of an application at an instant. Pure: the same application, command and instant always give the same next
 * application or the same refusal, so it does not matter whether the job that returns lapsed applications ran already.
 */
export function step(
  application: ApplicationCore,
  command: Command,
  at: Date,
): Result<ApplicationCore, StepRefusal> {
  const { state } = application;
  const { kind } = command;
  const targets = transitions[kind][state];
  if (!targets) return refuse({ code: 'application.wrong-state', state, command: kind });
  const no = checkClock(application, command, at) ?? checkPerson(application, command);
  if (no) return refuse(no);
  const to = targetOf(application, kind, targets);
  const moved = { ...application, ...changesOf(application, command), state: to };
  return accept({ ...moved, closedAt: isFinal(to) ? at : null });
}

/** The instant by which the bank has to act next, or null when no clock of the bank runs. */
export function bankDueAt(
  application: Pick<ApplicationCore, 'state' | 'pickupDueAt' | 'decisionDueAt'>,
): Date | null {
  if (application.state === 'submitted') return application.pickupDueAt;
  return application.state === 'in-review' || application.state === 'proposed'
    ? application.decisionDueAt
    : null;
}

function checkClock(application: ApplicationCore, { kind }: Command, at: Date): StepRefusal | null {
  const due = bankDueAt(application);
  const hasLapsed = due !== null && due <= at;
  if (kind === 'return' && !hasLapsed) return { code: 'application.not-due' };
  if (hasLapsed && bankMustAct.includes(kind))
    return { code: 'application.clock-lapsed', at: (due as Date).toISOString() };
  const until = application.offerUntil;
  const isPast = until !== null && until < dayAt(at);
  if (kind === 'lapse' && !isPast) return { code: 'application.not-due' };
  return kind === 'accept-offer' && isPast ? { code: 'application.offer-lapsed', on: until } : null;
}

function checkPerson({ makerId }: ApplicationCore, command: Command): StepRefusal | null {
  if (command.kind === 'propose' && command.by !== makerId) return { code: 'application.other-officer' };
  const isSecond = command.kind === 'decide' || command.kind === 'send-back';
  return isSecond && command.by === makerId ? { code: 'application.maker-is-checker' } : null;
}

function targetOf(
  { proposal }: ApplicationCore,
  kind: CommandKind,
  targets: readonly ApplicationState[],
): ApplicationState {
  if (kind !== 'decide') return targets[0] as ApplicationState;
  return proposal?.outcome === 'approve' ? 'approved' : 'declined';
}

function changesOf(application: ApplicationCore, command: Command): Partial<ApplicationCore> {
  if (command.kind === 'pick-up') return { makerId: command.by };
  if (command.kind === 'propose') return { proposal: command.proposal };
  if (command.kind === 'send-back') return { proposal: null };
  if (command.kind !== 'decide') return {};
  const { proposal } = application;
  return {
    checkerId: command.by,
    offerUntil: proposal?.outcome === 'approve' ? proposal.terms.validUntil : null,
  };
}
