import { privacyDeskText } from '~/text/privacy-desk.ts';
import { DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type RetentionShown = {
  readonly what: string;
  readonly days: number | null;
  readonly basis: string;
  readonly basisEn?: string | undefined;
};
const words = ['delivery-file', 'notification', 'event-log', 'query-log'] as const;

/** How long each kind of data is kept, and on what basis. */
export function RetentionTable({ rules }: { rules: readonly RetentionShown[] }) {
  const t = useText(privacyDeskText);
  const name = useNamed();
  const wordOf = (what: string) => {
    const known = words.find((word) => word === what);
    return known ? t(`retention.${known}`) : what;
  };
  return (
    <DataTable
      caption={t('retention.title')}
      captionHidden
      rows={rules}
      rowKey={(rule) => rule.what}
      columns={[
        { key: 'what', header: t('retention.what'), primary: true, cell: (rule) => wordOf(rule.what) },
        {
          key: 'days',
          header: t('retention.days'),
          className: 'whitespace-nowrap',
          cell: (rule) =>
            rule.days === null ? t('retention.for-good') : t('retention.day-count', rule.days),
        },
        {
          key: 'basis',
          header: t('retention.basis'),
          cell: (rule) => name({ zh: rule.basis, en: rule.basisEn ?? null }),
        },
      ]}
    />
  );
}
