import { Download } from 'lucide-react';
import { returnText } from '~/text/month-return.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import { ReturnTables, type ReturnTablesProps } from './return-tables.tsx';

type Entry = {
  readonly month: string;
  readonly version: number;
  readonly reason: string | null;
  readonly dueOn: string;
  readonly filedAt: string | null;
  readonly filedBy: string | null;
  readonly status: 'due' | 'late' | 'filed' | 'filed-late';
};

type Shown = ReturnTablesProps & {
  readonly month: string;
  readonly version: number;
  readonly isFiled: boolean;
  /** Whether the store still gives the same; null for a reader who is not told. */
  readonly again: boolean | null;
};

export type ReturnsPageProps = {
  readonly side: 'operator' | 'regulator';
  readonly returns: readonly Entry[];
  readonly next: { readonly month: string; readonly madeOn: string; readonly dueOn: string };
  readonly shown: Shown | null;
};

const tones = { due: 'info', late: 'bad', filed: 'good', 'filed-late': 'warn' } as const;

/** Monthly returns: where each stands, and one of them in full. */
export function ReturnsPage({ side, returns, next, shown }: ReturnsPageProps) {
  const t = useText(returnText);
  const base = `/${side}/returns`;
  return (
    <div className="stack-lg">
      <PageHeader title={t('return.title')} lede={t(`return.lede.${side}`)} />
      {side === 'operator' ? (
        <p className="text-ink-soft">{t('return.next', next.month, next.madeOn, next.dueOn)}</p>
      ) : null}
      <ReturnList base={base} returns={returns} />
      {shown ? (
        <Section
          title={t('return.heading', shown.month, shown.version)}
          actions={
            <LinkButton
              to={`${base}.xlsx?month=${shown.month}&version=${shown.version}`}
              download
              icon={Download}
              variant="secondary"
            >
              {t('return.xlsx')}
            </LinkButton>
          }
        >
          {shown.again === null ? null : (
            <Notice
              tone={shown.again ? 'good' : 'warn'}
              title={t(shown.again ? 'return.again' : 'return.differs')}
            />
          )}
          <ReturnTables lines={shown.lines} total={shown.total} signals={shown.signals} />
          {side === 'operator' ? <ReturnForms shown={shown} /> : null}
        </Section>
      ) : null}
    </div>
  );
}

function ReturnList({ base, returns }: { base: string; returns: readonly Entry[] }) {
  const t = useText(returnText);
  return (
    <DataTable
      caption={t('return.title')}
      captionHidden
      rows={returns}
      rowKey={({ month, version }) => `${month} ${version}`}
      empty={<EmptyState title={t('return.none')}>{t('return.none-next')}</EmptyState>}
      columns={[
        {
          key: 'month',
          header: t('return.month'),
          primary: true,
          cell: ({ month, version }) => (
            <TextLink to={`${base}?month=${month}&version=${version}`}>{month}</TextLink>
          ),
        },
        { key: 'version', header: t('return.version'), align: 'end', cell: ({ version }) => version },
        {
          key: 'status',
          header: t('return.status'),
          cell: (entry) => <Status entry={entry} />,
        },
        { key: 'due', header: t('return.due-on'), cell: ({ dueOn }) => <DayText day={dueOn} /> },
        {
          key: 'filed',
          header: t('return.filed-at'),
          cell: ({ filedAt, filedBy }) =>
            filedAt ? (
              <>
                <InstantText at={filedAt} /> {filedBy}
              </>
            ) : (
              '—'
            ),
        },
        { key: 'reason', header: t('return.reason'), cell: ({ reason }) => reason ?? '—' },
      ]}
    />
  );
}

/** Where the month stands; of a correction that nobody filed yet, that it waits. */
function Status({ entry: { status, version, filedAt } }: { entry: Entry }) {
  const t = useText(returnText);
  return version > 1 && filedAt === null ? (
    <Badge tone="info">{t('return.status.correction')}</Badge>
  ) : (
    <Badge tone={tones[status]}>{t(`return.status.${status}`)}</Badge>
  );
}

function ReturnForms({ shown }: { shown: Shown }) {
  const t = useText(returnText);
  return shown.isFiled ? (
    <Card title={t('return.correct')}>
      <CommandForm intent="correct">
        <input type="hidden" name="month" value={shown.month} />
        <TextAreaField name="reason" label={t('return.reason')} rows={2} required />
        <Button variant="secondary">{t('return.correct')}</Button>
      </CommandForm>
    </Card>
  ) : (
    <Card title={t('return.file')} lede={t('return.file-what')}>
      <CommandForm intent="file">
        <input type="hidden" name="month" value={shown.month} />
        <input type="hidden" name="version" value={shown.version} />
        <Button>{t('return.file')}</Button>
      </CommandForm>
    </Card>
  );
}
