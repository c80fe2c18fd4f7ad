import type { Standing } from '~/domain/institution/standing.ts';
import { evidenceText } from '~/text/institution-evidence.ts';
import { showDay } from '~/ui/format.ts';
import { type Assessment, Assessments } from '~/ui/institution/assessments.tsx';
import { StandingBadge } from '~/ui/institution/standing-badge.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type OwnAssessmentData = {
  readonly standing: Standing;
  readonly until: string | null;
  readonly daysLeft: number | null;
  readonly assessments: readonly Assessment[];
};

/** How one's own institution is assessed, until when, and the reports that prove it. */
export function OwnAssessment({ assessment, base }: { assessment: OwnAssessmentData; base: string }) {
  const t = useText(evidenceText);
  const locale = useLocale();
  const { standing, until, daysLeft, assessments } = assessment;
  return (
    <Section title={t('evidence.own')}>
      <div className="stack">
        <p className="measure flex flex-wrap items-baseline gap-3">
          <StandingBadge standing={standing} />
          {until && daysLeft !== null ? (
            <span>{t('evidence.own-until', showDay(until, locale), daysLeft)}</span>
          ) : null}
        </p>
        <Assessments assessments={assessments} base={base} />
      </div>
    </Section>
  );
}
