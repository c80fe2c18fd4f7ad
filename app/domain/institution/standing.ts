import type { InstitutionKind } from '~/domain/institution/role-offer.ts';
import { addDays, type Day, daysBetween } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

export const institutionStates = ['applied', 'approved', 'suspended', 'removed'] as const;
export type InstitutionState = (typeof institutionStates)[number];

/** What decides whether an institution may read: its state and its security assessment (notice 002 (十), 004 (十八)). */
export type Admission = {
  readonly kind: InstitutionKind;
  readonly state: InstitutionState;
  /** The last day of the assessment; null where none is asked for. */
  readonly assessmentExpiresOn: Day | null;
};

export const standings = ['good', 'not-admitted', 'suspended', 'assessment-expired'] as const;
/** How an institution stands on a day: asked at every request of its people, so a change works at the next one. */
export type Standing = (typeof standings)[number];

/** Credit institutions read firms' records and therefore need an assessment; providers and regulators bring or count. */
export const needsAssessment = (kind: InstitutionKind): boolean =>
  kind === 'bank' || kind === 'guarantor' || kind === 'insurer';

/** An assessment holds to the end of its last day. */
export function standingOf(admission: Admission, today: Day): Standing {
  if (admission.state === 'applied') return 'not-admitted';
  if (admission.state !== 'approved') return 'suspended';
  const { assessmentExpiresOn: until } = admission;
  if (until === null) return needsAssessment(admission.kind) ? 'assessment-expired' : 'good';
  return until < today ? 'assessment-expired' : 'good';
}

/** An assessment is renewed yearly, as graded protection of the third level is; ours. */
export const longestAssessmentDays = 366;

type AssessmentRefusal =
  | { readonly code: 'institution.assessment-missing'; readonly field: 'until' }
  | { readonly code: 'institution.assessment-past'; readonly field: 'until' }
  | { readonly code: 'institution.assessment-too-long'; readonly field: 'until'; readonly days: number };

/** Whether an assessment may run until a day. */
function checkAssessment(
  kind: InstitutionKind,
  until: Day | null,
  today: Day,
): Result<Day | null, AssessmentRefusal> {
  if (until === null)
    return needsAssessment(kind)
      ? refuse({ code: 'institution.assessment-missing', field: 'until' })
      : accept(null);
  if (until <= today) return refuse({ code: 'institution.assessment-past', field: 'until' });
  if (until > addDays(today, longestAssessmentDays))
    return refuse({ code: 'institution.assessment-too-long', field: 'until', days: longestAssessmentDays });
  return accept(until);
}

/** Who assessed an institution, when, and the number of the report that is kept there. */
export type AssessmentEvidence = {
  readonly assessedOn: Day;
  readonly assessor: string;
  readonly reportNo: string;
};

type EvidenceRefusal =
  | { readonly code: 'institution.evidence-missing'; readonly field: 'reportNo' }
  | { readonly code: 'institution.assessed-later'; readonly field: 'assessedOn' }
  | { readonly code: 'institution.assessed-long-ago'; readonly field: 'assessedOn'; readonly days: number };

/** An assessment counts with its evidence, made within the longest term before it is recorded. */
function checkEvidence(
  kind: InstitutionKind,
  evidence: AssessmentEvidence | null,
  today: Day,
): Result<AssessmentEvidence | null, EvidenceRefusal> {
  if (evidence === null)
    return needsAssessment(kind)
      ? refuse({ code: 'institution.evidence-missing', field: 'reportNo' })
      : accept(null);
  if (evidence.assessedOn > today) return refuse({ code: 'institution.assessed-later', field: 'assessedOn' });
  if (evidence.assessedOn < addDays(today, -longestAssessmentDays))
    return refuse({
      code: 'institution.assessed-long-ago',
      field: 'assessedOn',
      days: longestAssessmentDays,
    });
  return accept(evidence);
}

/** An assessment as it is recorded: until when it holds, and what proves it; null where none is asked for. */
export type Assessed = { readonly until: Day | null; readonly evidence: AssessmentEvidence | null };

export type AssessedRefusal =
  | AssessmentRefusal
  | EvidenceRefusal
  | { readonly code: 'institution.assessment-outlasts'; readonly field: 'until'; readonly days: number };

/** Whether an assessment counts: its last day and its evidence, and no longer than the longest term after the day it was made. */
export function checkAssessed(
  kind: InstitutionKind,
  assessed: Assessed,
  today: Day,
): Result<Assessed, AssessedRefusal> {
  const until = checkAssessment(kind, assessed.until, today);
  if (!until.ok) return until;
  const evidence = checkEvidence(kind, assessed.evidence, today);
  if (!evidence.ok) return evidence;
  const days = longestAssessmentDays;
  if (until.value && evidence.value && until.value > addDays(evidence.value.assessedOn, days))
    return refuse({ code: 'institution.assessment-outlasts', field: 'until', days });
  return accept({ until: until.value, evidence: evidence.value });
}

/** So many days before its assessment ends an institution is told that the re-test is due, the last time on the last day; ours. */
export const retestNoticeDays = [30, 7, 0] as const;

export type StepRefusal =
  | { readonly code: 'institution.is-platform' }
  | { readonly code: 'institution.not-applied' }
  | { readonly code: 'institution.not-approved' }
  | { readonly code: 'institution.not-suspended' };

/** The state after a step of the security administrator; the platform itself stays as it is. */
export function takeStep(
  admission: Admission,
  step: 'approve' | 'suspend' | 'resume',
): Result<InstitutionState, StepRefusal> {
  if (admission.kind === 'platform') return refuse({ code: 'institution.is-platform' });
  if (step === 'approve')
    return admission.state === 'applied' ? accept('approved') : refuse({ code: 'institution.not-applied' });
  if (step === 'suspend')
    return admission.state === 'approved'
      ? accept('suspended')
      : refuse({ code: 'institution.not-approved' });
  return admission.state === 'suspended' ? accept('approved') : refuse({ code: 'institution.not-suspended' });
}

/** Days until the assessment ends; negative once it has, null where none is asked for. */
export const daysLeft = (admission: Admission, today: Day): number | null =>
  admission.assessmentExpiresOn === null ? null : daysBetween(today, admission.assessmentExpiresOn);
