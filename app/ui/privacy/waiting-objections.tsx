import { personRightsText } from '~/text/person-rights.ts';
import { rightsText } from '~/text/rights.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type WaitingShown = {
  readonly id: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly firm: string;
  readonly filedAt: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
};

const shownAtMost = 25;

/** Persons' objections on the desk of all objections: when each is due, and the way to where it is answered. */
export function WaitingObjections({ waiting }: { waiting: readonly WaitingShown[] }) {
  const t = useText(personRightsText);
  const r = useText(rightsText);
  const name = useNamed();
  return (
    <Section
      title={t('person.desk')}
      actions={<TextLink to="/operator/privacy#persons">{t('person.desk-to')}</TextLink>}
    >
      <DataTable
        caption={t('person.desk')}
        captionHidden
        rows={waiting.slice(0, shownAtMost)}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('person.desk-none')}>{r('rights.none-here')}</EmptyState>}
        columns={[
          {
            key: 'record',
            header: r('rights.col.record'),
            primary: true,
            cell: (row) => name({ zh: row.itemZh, en: row.itemEn }),
          },
          { key: 'firm', header: r('rights.col.firm'), cell: (row) => row.firm },
          { key: 'filed', header: r('rights.col.filed'), cell: (row) => <InstantText at={row.filedAt} /> },
          { key: 'due', header: r('rights.col.due'), cell: (row) => <DayText day={row.dueOn} /> },
          {
            key: 'state',
            header: r('rights.col.state'),
            cell: (row) => (
              <Badge tone={row.isOverdue ? 'bad' : 'warn'}>
                {t(row.isOverdue ? 'person.overdue' : 'person.waiting')}
              </Badge>
            ),
          },
        ]}
      />
      {waiting.length > shownAtMost ? (
        <p className="text-sm text-ink-soft">{t('person.desk-more', waiting.length - shownAtMost)}</p>
      ) : null}
    </Section>
  );
}
