import type { ConsentId } from '~/domain/kernel/id.ts';
import type { AcknowledgementStep } from './withdrawal.ts';

export type AnsweredStep = Exclude<AcknowledgementStep, 'notified'>;

/**
 * The text that a recipient's machine signs for a step: four lines, the same for whoever verifies it later. The consent
 * and the client name what is acknowledged and by whom, so a signature serves for nothing else.
 */
export const acknowledgementStatement = (
  consentId: ConsentId,
  step: AnsweredStep,
  clientId: string,
): string => ['xinqiao-acknowledgement/1', consentId, step, clientId].join('\n');
