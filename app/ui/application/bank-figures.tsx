import { bankText } from '~/text/application-bank.ts';
import { showCount } from '~/ui/format.ts';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { FigureShown } from './bank-file-shown.ts';

/** Items whose records the catalogue keeps back: how many there are, of which span, how much in all. */
export function BankFigures({ figures }: { figures: readonly FigureShown[] }) {
  const t = useText(bankText);
  const name = useNamed();
  const locale = useLocale();
  if (figures.length === 0) return null;
  return (
    <Section title={t('file.figures')} lede={t('file.figures-lede')}>
      <DataTable
        caption={t('file.figures')}
        captionHidden
        rows={figures}
        rowKey={(row) => row.item}
        columns={[
          {
            key: 'item',
            header: t('file.record.item'),
            primary: true,
            cell: (row) => name({ zh: row.itemZh, en: row.itemEn }),
          },
          {
            key: 'records',
            header: t('file.figures.records'),
            align: 'end',
            cell: (row) => showCount(row.records, locale),
          },
          {
            key: 'span',
            header: t('file.record.on'),
            cell: (row) =>
              row.first && row.last ? (
                <>
                  <DayText day={row.first} /> – <DayText day={row.last} />
                </>
              ) : null,
          },
          {
            key: 'amount',
            header: t('file.figures.amount'),
            align: 'end',
            cell: (row) => (row.amountFen === null ? null : <Money fen={row.amountFen} />),
          },
        ]}
      />
    </Section>
  );
}
