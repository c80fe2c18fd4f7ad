import type { UserId } from '~/domain/kernel/id.ts';
import type { ApplicationCore, Command } from './application.ts';
import { isBankStep } from './state.ts';

export type InterestRefusal = { readonly code: 'application.interest' | 'application.maker-interest' };

/**
 * The people of the bank who have a hand in a step of it: who takes it, who is given the application, and who proposed
 * what is confirmed. Nobody of them may have declared an interest in the firm (domain.md row F3).
 */
export function handsIn(
  command: Command,
  takenBy: UserId,
  { makerId }: Pick<ApplicationCore, 'makerId'>,
): readonly UserId[] {
  const named = 'by' in command ? [command.by] : command.kind === 'assign' ? [command.to] : [];
  const maker = command.kind === 'decide' && makerId !== null ? [makerId] : [];
  return [...new Set([takenBy, ...named, ...maker])];
}

/** Why a step is not taken by these hands; a proposal whose maker alone has an interest goes back instead. */
export function interestIn(
  command: Command,
  takenBy: UserId,
  application: Pick<ApplicationCore, 'makerId'>,
  interested: readonly UserId[],
): InterestRefusal | null {
  if (!isBankStep(command.kind)) return null;
  const stopped = handsIn(command, takenBy, application).filter((id) => interested.includes(id));
  if (stopped.length === 0) return null;
  const isOthers = handsIn(command, takenBy, { makerId: null }).every((id) => !interested.includes(id));
  return { code: isOthers ? 'application.maker-interest' : 'application.interest' };
}
