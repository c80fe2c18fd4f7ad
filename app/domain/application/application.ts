import type { Day } from '~/domain/kernel/day.ts';
import { addDays, dayAt } from '~/domain/kernel/day.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Proposal } from './proposal.ts';
import { type ApplicationState, type CommandKind, isFinal, transitions } from './state.ts';

/** What decides about the next step of an application. */
export type ApplicationCore = {
  readonly state: ApplicationState;
  /** The day from which the clock of the decision counts: when it was sent or, after a second look, reopened. */
  readonly clockFrom: Day;
  readonly pickupDueAt: Date;
  readonly decisionDueAt: Date;
  readonly makerId: UserId | null;
  readonly checkerId: UserId | null;
  readonly proposal: Proposal | null;
  /** Last day of the offer. */
  readonly offerUntil: Day | null;
  readonly closedAt: Date | null;
  /** The day on which the signed contract was recorded. */
  readonly contractedOn: Day | null;
  /** The clock stands still once while the firm supplements what the bank asked for. */
  readonly pausedOn: Day | null;
  readonly resumedOn: Day | null;
  /** When the firm asked for a second look, which it may once. */
  readonly secondLookAt: Date | null;
  /** Those who judged it before a second look reopened it (domain.md row F5: another person). */
  readonly barred: readonly UserId[];
};

export type Command =
  | { readonly kind: 'pick-up' | 'send-back' | 'decide'; readonly by: UserId }
  | { readonly kind: 'propose'; readonly by: UserId; readonly proposal: Proposal }
  | { readonly kind: 'ask-documents' | 'uphold'; readonly by: UserId }
  | { readonly kind: 'assign'; readonly to: UserId }
  | { readonly kind: 'resume'; readonly decisionDueAt: Date }
  | {
      /** Nobody sent the documents by this day: the clock runs again without them. */
      readonly kind: 'end-pause';
      readonly documentsUntil: Day;
      readonly decisionDueAt: Date;
    }
  | {
      /**
       * An offer that nobody answered, or that was accepted and became no contract within these days after it, or a
       * contract that brought no money within its days.
       */
      readonly kind: 'lapse';
      readonly contractDays: number;
      readonly disbursementDays: number;
    }
  | {
      readonly kind: 'ask-second-look';
      readonly decisionDueAt: Date;
      /** Days after a decline within which it may be asked for. */
      readonly withinDays: number;
    }
  | {
      readonly kind: 'reopen';
      readonly by: UserId;
      readonly pickupDueAt: Date;
      readonly decisionDueAt: Date;
    }
  | { readonly kind: PlainCommand };

/** Commands that say no more than that they happen. */
type PlainCommand = 'withdraw' | 'accept-offer' | 'decline-offer' | 'contract' | 'disburse' | 'return';

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
  | { readonly code: 'application.offer-ended' }
  | { readonly code: 'application.already-judged' }
  | { readonly code: 'application.second-look-used' }
  | { readonly code: 'application.second-look-late'; readonly days: number }
  | { readonly code: 'application.not-due' };

const bankMustAct: readonly CommandKind[] = [
  'pick-up',
  'propose',
  'send-back',
  'decide',
  'assign',
  'ask-documents',
  'uphold',
  'reopen',
];

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
  const no =
    checkClock(application, command, at) ??
    checkPerson(application, command) ??
    checkSecondLook(application, command, at);
  if (no) return refuse(no);
  const to = targetOf(application, kind, targets);
  const moved = { ...application, ...changesOf(application, command, at), state: to };
  return accept({ ...moved, closedAt: isFinal(to) ? at : null });
}

/** The instant by which the bank has to act next, or null when no clock of the bank runs. */
export function bankDueAt(
  application: Pick<ApplicationCore, 'state' | 'pickupDueAt' | 'decisionDueAt' | 'pausedOn' | 'resumedOn'>,
): Date | null {
  if (application.state === 'submitted') return application.pickupDueAt;
  if (isPaused(application)) return null;
  return decides.includes(application.state) ? application.decisionDueAt : null;
}

const decides: readonly ApplicationState[] = ['in-review', 'proposed', 'second-look'];

/** Whether the clock stands still because the firm is asked for documents. */
export const isPaused = ({
  state,
  pausedOn,
  resumedOn,
}: Pick<ApplicationCore, 'state' | 'pausedOn' | 'resumedOn'>): boolean =>
  state === 'in-review' && pausedOn !== null && resumedOn === null;

function checkClock(application: ApplicationCore, command: Command, at: Date): StepRefusal | null {
  const { kind } = command;
  const due = bankDueAt(application);
  const hasLapsed = due !== null && due <= at;
  if (kind === 'return' && !hasLapsed) return { code: 'application.not-due' };
  if (hasLapsed && bankMustAct.includes(kind))
    return { code: 'application.clock-lapsed', at: (due as Date).toISOString() };
  const until = application.offerUntil;
  const isPast = until !== null && until < dayAt(at);
  if (!isOver(application, command, at)) return { code: 'application.not-due' };
  if (kind === 'decide' && isEnded(application.proposal, dayAt(at)))
    return { code: 'application.offer-ended' };
  return kind === 'accept-offer' && isPast ? { code: 'application.offer-lapsed', on: until } : null;
}

/** Whether what is proposed would be an offer that nobody can accept any more. */
const isEnded = (proposal: Proposal | null, today: Day): boolean =>
  proposal?.outcome === 'approve' && proposal.terms.validUntil < today;

/** Whether a step that only the passing of time allows is due. */
function isOver(application: ApplicationCore, command: Command, at: Date): boolean {
  if (command.kind === 'end-pause') return isPaused(application) && command.documentsUntil < dayAt(at);
  if (command.kind !== 'lapse') return true;
  const { offerUntil, contractedOn, state } = application;
  if (state === 'contracted')
    return contractedOn !== null && addDays(contractedOn, command.disbursementDays) < dayAt(at);
  const more = state === 'accepted' ? command.contractDays : 0;
  return offerUntil !== null && addDays(offerUntil, more) < dayAt(at);
}

function checkPerson({ makerId, checkerId, barred }: ApplicationCore, command: Command): StepRefusal | null {
  const { kind } = command;
  const acting = 'by' in command ? command.by : kind === 'assign' ? command.to : null;
  if (acting !== null && barred.includes(acting)) return { code: 'application.already-judged' };
  if ((kind === 'propose' || kind === 'ask-documents') && acting !== makerId)
    return { code: 'application.other-officer' };
  if ((kind === 'uphold' || kind === 'reopen') && (acting === makerId || acting === checkerId))
    return { code: 'application.already-judged' };
  const isSecond = kind === 'decide' || kind === 'send-back';
  return isSecond && acting === makerId ? { code: 'application.maker-is-checker' } : null;
}

function checkSecondLook(
  { secondLookAt, closedAt }: ApplicationCore,
  command: Command,
  at: Date,
): StepRefusal | null {
  if (command.kind !== 'ask-second-look') return null;
  const { withinDays } = command;
  if (secondLookAt !== null) return { code: 'application.second-look-used' };
  const isLate = closedAt !== null && addDays(dayAt(closedAt), withinDays) < dayAt(at);
  return isLate ? { code: 'application.second-look-late', days: withinDays } : null;
}

function targetOf(
  { proposal }: ApplicationCore,
  kind: CommandKind,
  targets: readonly ApplicationState[],
): ApplicationState {
  if (kind !== 'decide') return targets[0] as ApplicationState;
  return proposal?.outcome === 'approve' ? 'approved' : 'declined';
}

/** A pause takes no day from the bank that a dispute over a record gave it. */
const laterOf = (a: Date, b: Date): Date => (a > b ? a : b);

function changesOf(application: ApplicationCore, command: Command, at: Date): Partial<ApplicationCore> {
  const { proposal, makerId, checkerId, pausedOn } = application;
  switch (command.kind) {
    case 'pick-up':
      return { makerId: command.by };
    case 'assign':
      return { makerId: command.to };
    case 'propose':
      return { proposal: command.proposal };
    case 'contract':
      return { contractedOn: dayAt(at) };
    case 'send-back':
      return { proposal: null };
    case 'ask-documents':
      return pausedOn === null ? { pausedOn: dayAt(at) } : {};
    case 'resume':
    case 'end-pause':
      return {
        resumedOn: dayAt(at),
        decisionDueAt: laterOf(application.decisionDueAt, command.decisionDueAt),
      };
    case 'ask-second-look':
      return { secondLookAt: at, decisionDueAt: command.decisionDueAt };
    case 'reopen': {
      const barred = [makerId, checkerId].filter((id) => id !== null);
      const { pickupDueAt, decisionDueAt } = command;
      const fresh = { makerId: null, checkerId: null, proposal: null, pausedOn: null, resumedOn: null };
      return { ...fresh, barred, clockFrom: dayAt(at), pickupDueAt, decisionDueAt };
    }
    case 'decide':
      return {
        checkerId: command.by,
        offerUntil: proposal?.outcome === 'approve' ? proposal.terms.validUntil : null,
      };
    default:
      return {};
  }
}
