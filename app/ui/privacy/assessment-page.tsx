import type { AssessmentTrigger } from '~/domain/privacy/assessment.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useText } from '~/ui/text.ts';

export type AssessmentShown = {
  readonly id: string;
  readonly title: string;
  readonly processing: string;
  readonly triggers: readonly AssessmentTrigger[];
  readonly necessity: string;
  readonly risks: string;
  readonly measures: string;
  readonly level: 'low' | 'medium' | 'high';
  readonly makerName: string;
  readonly madeAt: string;
  readonly approverName: string | null;
  readonly approvedAt: string | null;
  readonly reviewDue: string | null;
  readonly keepUntil: string | null;
  readonly mayApprove: boolean;
};

/** One impact assessment, as it is kept. */
export function AssessmentPage({ assessment }: { assessment: AssessmentShown }) {
  const t = useText(privacyDeskText);
  const { approvedAt, reviewDue, keepUntil } = assessment;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('desk.privacy.title'), to: '/operator/privacy' }, { label: t('pia.list') }]}
        title={assessment.title}
        badge={
          <Badge tone={approvedAt ? 'good' : 'info'}>{t(approvedAt ? 'pia.approved' : 'pia.waiting')}</Badge>
        }
      />
      <Card>
        <DefinitionList
          items={[
            { term: t('pia.level'), value: t(`level.${assessment.level}`) },
            {
              term: t('pia.triggers'),
              value: assessment.triggers.map((trigger) => t(`pia.trigger.${trigger}`)).join(' · '),
            },
            ...(['processing', 'necessity', 'risks', 'measures'] as const).map((part) => ({
              term: t(`pia.${part}`),
              value: <span className="whitespace-pre-line">{assessment[part]}</span>,
            })),
            {
              term: t('pia.made'),
              value: assessment.makerName,
              note: <InstantText at={assessment.madeAt} />,
            },
            ...(approvedAt
              ? [
                  {
                    term: t('pia.approved'),
                    value: assessment.approverName,
                    note: <InstantText at={approvedAt} />,
                  },
                ]
              : []),
            ...(reviewDue ? [{ term: t('pia.review-due'), value: <DayText day={reviewDue} /> }] : []),
            ...(keepUntil ? [{ term: t('pia.keep-until'), value: <DayText day={keepUntil} /> }] : []),
          ]}
        />
      </Card>
      {assessment.mayApprove ? (
        <Card tone="well">
          <CommandForm intent="approve">
            <p className="measure">{t('pia.approve-note')}</p>
            <div>
              <Button>{t('pia.approve')}</Button>
            </div>
          </CommandForm>
        </Card>
      ) : null}
    </div>
  );
}
