import type { ConsentId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { type PauseRefusal, pauseConsent } from '~/server/consent/pause-consent.ts';
import { type WithdrawRefusal, withdrawConsent } from '~/server/consent/withdraw-consent.ts';

/** What the firm can do with a consent it gave. */
export const consentSteps = ['withdraw', 'pause', 'resume'] as const;
export type ConsentStep = (typeof consentSteps)[number];

/** Withdraws, pauses or resumes a consent, and names what was done. */
export async function changeConsent(
  actor: Actor,
  id: ConsentId,
  step: ConsentStep,
): Promise<Result<'withdrawn' | 'paused' | 'resumed', WithdrawRefusal | PauseRefusal>> {
  const kind = ({ withdraw: 'withdrawn', pause: 'paused', resume: 'resumed' } as const)[step];
  const done = kind === 'withdrawn' ? await withdrawConsent(actor, id) : await pauseConsent(actor, id, kind);
  return done.ok ? { ok: true, value: kind } : done;
}
