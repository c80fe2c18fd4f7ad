import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** An emergency access as far as the rule cares. */
export type Glass = {
  readonly askedBy: string;
  readonly decidedBy: string | null;
  readonly decision: string | null;
  readonly opensUntil: Date | null;
  readonly reviewedBy: string | null;
};

export type GlassState = 'waiting' | 'refused' | 'open' | 'to-review' | 'reviewed';

export function glassState(glass: Glass, at: Date): GlassState {
  if (!glass.decision) return 'waiting';
  if (glass.decision === 'refused') return 'refused';
  if (glass.reviewedBy) return 'reviewed';
  return glass.opensUntil && glass.opensUntil > at ? 'open' : 'to-review';
}

/** By when a third person has to have looked at an access that was granted; null while nothing is to be reviewed. */
export function glassReviewDue(
  glass: Glass,
  { reviewWithinDays }: { readonly reviewWithinDays: number },
): Date | null {
  if (glass.decision !== 'granted' || glass.reviewedBy || !glass.opensUntil) return null;
  return new Date(glass.opensUntil.getTime() + reviewWithinDays * 86_400_000);
}

export type GlassRefusal = {
  readonly code:
    | 'privacy.glass-own'
    | 'privacy.glass-decided'
    | 'privacy.glass-closed'
    | 'privacy.glass-not-over'
    | 'privacy.glass-reviewed'
    | 'privacy.glass-not-yours';
};

/** A second person decides, once. */
export function checkDecision(glass: Glass, by: string): Result<null, GlassRefusal> {
  if (glass.decision) return refuse({ code: 'privacy.glass-decided' });
  return glass.askedBy === by ? refuse({ code: 'privacy.glass-own' }) : accept(null);
}

/** Only who asked may look, and only until the time is over. */
export function checkLook(glass: Glass, by: string, at: Date): Result<null, GlassRefusal> {
  if (glass.askedBy !== by) return refuse({ code: 'privacy.glass-not-yours' });
  return glassState(glass, at) === 'open' ? accept(null) : refuse({ code: 'privacy.glass-closed' });
}

/** A third person reviews once the time is over. */
export function checkReview(glass: Glass, by: string, at: Date): Result<null, GlassRefusal> {
  if (glass.askedBy === by || glass.decidedBy === by) return refuse({ code: 'privacy.glass-own' });
  const state = glassState(glass, at);
  if (state === 'reviewed') return refuse({ code: 'privacy.glass-reviewed' });
  return state === 'to-review' ? accept(null) : refuse({ code: 'privacy.glass-not-over' });
}
