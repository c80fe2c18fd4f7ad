import type { BreachStep } from '~/domain/privacy/breach.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';
import type { AssessmentShown } from './assessment-page.tsx';
import { IdentityDesk, type IdentityDeskProps } from './identity-desk.tsx';
import { type PersonObjectionShown, PersonObjections } from './person-objections.tsx';
import { type RetentionShown, RetentionTable } from './retention-table.tsx';

type BreachLine = {
  readonly id: string;
  readonly title: string;
  readonly discoveredAt: string;
  readonly last: BreachStep;
  readonly next: { readonly step: BreachStep; readonly due: string } | null;
};
type RegistersProps = IdentityDeskProps & {
  readonly assessments: readonly AssessmentShown[];
  readonly breaches: readonly BreachLine[];
  readonly retention: readonly RetentionShown[];
  readonly objections: readonly PersonObjectionShown[];
  readonly mayAnswer: boolean;
  readonly today: string;
  readonly now: string;
};

/** The registers of impact assessments and breaches, with what is due, and the terms of retention. */
export function Registers(props: RegistersProps) {
  const t = useText(privacyDeskText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('desk.privacy.title')} lede={t('desk.privacy.lede')} />
      <Section
        title={t('breach.list')}
        actions={
          <LinkButton to="/operator/privacy/breaches/new" variant="secondary">
            {t('breach.new')}
          </LinkButton>
        }
      >
        <BreachTable {...props} />
      </Section>
      <Section
        title={t('pia.list')}
        actions={
          <LinkButton to="/operator/privacy/assessments/new" variant="secondary">
            {t('pia.new')}
          </LinkButton>
        }
      >
        <AssessmentTable {...props} />
      </Section>
      <IdentityDesk {...props} />
      {props.mayAnswer ? <PersonObjections {...props} /> : null}
      <Section title={t('retention.title')} lede={t('retention.lede')}>
        <RetentionTable rules={props.retention} />
      </Section>
    </div>
  );
}

function BreachTable({ breaches, now }: RegistersProps) {
  const t = useText(privacyDeskText);
  return (
    <DataTable
      caption={t('breach.list')}
      captionHidden
      rows={breaches}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('breach.none')} />}
      columns={[
        {
          key: 'title',
          header: t('breach.name'),
          primary: true,
          cell: (row) => <TextLink to={`/operator/privacy/breaches/${row.id}`}>{row.title}</TextLink>,
        },
        { key: 'at', header: t('breach.discovered'), cell: (row) => <InstantText at={row.discoveredAt} /> },
        { key: 'state', header: t('breach.state'), cell: (row) => t(`breach.step.${row.last}`) },
        { key: 'next', header: t('breach.next'), cell: (row) => <NextClock row={row} now={now} /> },
      ]}
    />
  );
}

function NextClock({ row: { next }, now }: { row: BreachLine; now: string }) {
  const t = useText(privacyDeskText);
  if (!next) return '—';
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {t(`breach.step.${next.step}`)} <InstantText at={next.due} />
      {next.due < now ? <Badge tone="bad">{t('breach.late')}</Badge> : null}
    </span>
  );
}

function AssessmentTable({ assessments, today }: RegistersProps) {
  const t = useText(privacyDeskText);
  return (
    <DataTable
      caption={t('pia.list')}
      captionHidden
      rows={assessments}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('pia.none')} />}
      columns={[
        {
          key: 'title',
          header: t('pia.name'),
          primary: true,
          cell: (row) => <TextLink to={`/operator/privacy/assessments/${row.id}`}>{row.title}</TextLink>,
        },
        { key: 'level', header: t('pia.level'), cell: (row) => t(`level.${row.level}`) },
        { key: 'made', header: t('pia.made'), cell: (row) => row.makerName },
        {
          key: 'approved',
          header: t('pia.approved'),
          cell: (row) => row.approverName ?? <Badge tone="info">{t('pia.waiting')}</Badge>,
        },
        { key: 'due', header: t('pia.review-due'), cell: (row) => <ReviewDue row={row} today={today} /> },
      ]}
    />
  );
}

function ReviewDue({ row, today }: { row: AssessmentShown; today: string }) {
  const t = useText(privacyDeskText);
  if (!row.reviewDue) return '—';
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <DayText day={row.reviewDue} />
      {row.reviewDue < today ? <Badge tone="warn">{t('pia.overdue')}</Badge> : null}
    </span>
  );
}
