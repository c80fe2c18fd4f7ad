import type { ApplicationState } from '~/domain/application/state.ts';
import { addDays, type Day, parseDay } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';

/** What a bank states with its own signature when its system takes a step (domain.md row F1). */
export type BankMessage = {
  readonly applicationId: string;
  /** The client whose key signs. */
  readonly clientId: string;
  /** The state that the application has after the step. */
  readonly state: ApplicationState;
  /** Fen: of the terms that were proposed, or else what the firm asked for. */
  readonly amount: Fen;
  /** The bank's business day. */
  readonly day: Day;
  /** The idempotency key of the request. */
  readonly key: string;
  /** SHA-256 of the request's body as it was sent, in hexadecimal; empty for a step without one. */
  readonly bodyHash: string;
};

const format = 'xinqiao-bank-message/1';

/** The text that is signed: eight lines without one at the end, the same for whoever verifies it later. */
export const bankMessageText = (message: BankMessage): string =>
  [
    format,
    message.applicationId,
    message.clientId,
    message.state,
    String(message.amount),
    message.day,
    message.key,
    message.bodyHash,
  ].join('\n');

/** What a bank's message says, or null where a text is none. */
export function signedOf(text: string) {
  const [kind, application = '', , state = '', , signedOn = ''] = text.split('\n');
  const day = parseDay(signedOn);
  return kind === format && day ? { application, state, day } : null;
}

/** Whether a text is a bank's message about an application that reached a state. */
export function statesStep(text: string, applicationId: string, state: string): boolean {
  const [kind, application, , reached] = text.split('\n');
  return kind === format && application === applicationId && reached === state;
}

/** A message is of today, or of yesterday where midnight passed on its way; an older one is not taken any more. */
export const isTimely = (day: Day, today: Day): boolean => day === today || day === addDays(today, -1);
