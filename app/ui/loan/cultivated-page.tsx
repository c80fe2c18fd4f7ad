import type { ReactNode } from 'react';
import { gradeLadder, type LadderGrade } from '~/domain/product/vocabulary.ts';
import { cultivationText } from '~/text/cultivation.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type ListedFirm = {
  readonly id: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly regionZh: string | null;
  readonly industryZh: string | null;
  readonly industryEn: string | null;
  readonly establishedOn: string | null;
  readonly grade: string | null;
  readonly joinedAt: string;
  readonly own: readonly {
    readonly id: string;
    readonly userName: string;
    readonly note: string;
    readonly at: string;
  }[];
};

export type CultivatedProps = {
  readonly rows: readonly ListedFirm[];
  readonly page: number;
  readonly more: boolean;
};

const isLetter = (grade: string | null): grade is LadderGrade =>
  (gradeLadder as readonly (string | null)[]).includes(grade);

/** Firms that want their first loan, as a bank reads them, with what it did for each. */
export function CultivatedPage(props: CultivatedProps) {
  const t = useText(cultivationText);
  return (
    <div className="stack">
      <PageHeader title={t('cultivation.bank-title')} lede={t('cultivation.bank-lede')} />
      <ListedFirms
        {...props}
        caption={t('cultivation.bank-title')}
        at={(to) => `/bank/first-loans?page=${to}`}
        empty={<EmptyState title={t('cultivation.none')}>{t('cultivation.none-next')}</EmptyState>}
      />
    </div>
  );
}

type ListedProps = CultivatedProps & {
  readonly caption: string;
  readonly at: (page: number) => string;
  readonly empty: ReactNode;
};

/** Firms that let banks know them by name; a bank notes here what it did for each. */
export function ListedFirms({ rows, page, more, caption, at, empty }: ListedProps) {
  const t = useText(cultivationText);
  const name = useNamed();
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={empty}
        columns={[
          { key: 'firm', header: t('cultivation.firm'), primary: true, cell: (row) => <Firm row={row} /> },
          {
            key: 'place',
            header: t('cultivation.place'),
            cell: (row) =>
              [row.regionZh, row.industryZh ? name({ zh: row.industryZh, en: row.industryEn }) : null]
                .filter(Boolean)
                .join(' · ') || '—',
          },
          {
            key: 'established',
            header: t('cultivation.established'),
            cell: (row) => (row.establishedOn ? <DayText day={row.establishedOn} /> : '—'),
          },
          {
            key: 'grade',
            header: t('cultivation.grade'),
            cell: ({ grade }) => (isLetter(grade) ? <GradeBadge grade={grade} /> : '—'),
          },
          {
            key: 'joined',
            header: t('cultivation.joined'),
            cell: (row) => <InstantText at={row.joinedAt} />,
          },
          { key: 'own', header: t('cultivation.own'), cell: (row) => <Own row={row} /> },
        ]}
      />
      <KeysetPager
        previous={page > 0 ? at(page - 1) : null}
        next={more ? at(page + 1) : null}
        shown={rows.length}
      />
    </>
  );
}

function Firm({ row }: { row: ListedFirm }) {
  return (
    <>
      {row.firm}
      {row.uscc ? <span className="num block text-sm font-normal text-ink-soft">{row.uscc}</span> : null}
    </>
  );
}

function Own({ row }: { row: ListedFirm }) {
  const t = useText(cultivationText);
  return (
    <div className="stack-sm">
      {row.own.map((contact) => (
        <p key={contact.id} className="whitespace-pre-line">
          {contact.note}
          <span className="block text-sm text-ink-soft">
            {contact.userName} · <InstantText at={contact.at} />
          </span>
        </p>
      ))}
      <ConfirmStep ask={t('cultivation.note')} title={`${t('cultivation.note')} · ${row.firm}`}>
        <CommandForm id={`note-${row.id}`} intent="contact">
          <input type="hidden" name="id" value={row.id} />
          <TextAreaField
            id={`text-${row.id}`}
            name="note"
            label={t('cultivation.note-text')}
            rows={3}
            maxLength={400}
            required
          />
          <Button variant="secondary">{t('cultivation.note-do')}</Button>
        </CommandForm>
      </ConfirmStep>
    </div>
  );
}
