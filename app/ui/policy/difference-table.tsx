import { exampleStep } from '~/domain/policy/scheme-diff.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { wordFigure, wordPath } from '~/text/policy-field.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type DifferenceShown = {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
};

type DifferenceTableProps = {
  readonly differences: readonly DifferenceShown[];
  /** The worked examples of both versions: they are named by their titles. */
  readonly titles: readonly { readonly zh: string; readonly en: string }[];
};

/** What differs between two versions, one line a figure; the words carry it, the colours only help. */
export function DifferenceTable({ differences, titles }: DifferenceTableProps) {
  const t = useText(policyDeskText);
  const locale = useLocale();
  const shown = (path: string, value: string | null) =>
    value === null || value === 'null' || value === '' ? t('policy.absent') : wordFigure(path, value, locale);
  const named = Object.fromEntries(titles.map(({ zh, en }) => [exampleStep(zh), locale === 'en' ? en : zh]));
  return (
    <DataTable
      caption={t('policy.differences')}
      captionHidden
      rows={differences}
      rowKey={(row) => row.path}
      empty={<EmptyState title={t('policy.no-differences')} />}
      columns={[
        {
          key: 'place',
          header: t('policy.place'),
          primary: true,
          cell: (row) => wordPath(row.path, locale, named),
        },
        {
          key: 'before',
          header: t('policy.before'),
          className: 'break-all',
          cell: (row) => <del className="bg-bad-wash text-bad">{shown(row.path, row.before)}</del>,
        },
        {
          key: 'after',
          header: t('policy.after'),
          className: 'break-all',
          cell: (row) => (
            <ins className="bg-good-wash text-good no-underline">{shown(row.path, row.after)}</ins>
          ),
        },
      ]}
    />
  );
}
