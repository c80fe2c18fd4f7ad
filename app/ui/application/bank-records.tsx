import { bankText } from '~/text/application-bank.ts';
import { showCount, showDay } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { LinkButton } from '~/ui/parts/button.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { RecordShown } from './bank-file-shown.ts';

/** The records that the consent opens, the newest first. */
export function BankRecords({ records, exportTo }: { records: readonly RecordShown[]; exportTo: string }) {
  const t = useText(bankText);
  const name = useNamed();
  return (
    <Section
      title={t('file.tab.records')}
      lede={t('file.records-lede')}
      actions={
        records.length > 0 ? (
          <LinkButton to={exportTo} download variant="secondary" size="sm">
            {t('file.export')}
          </LinkButton>
        ) : null
      }
    >
      <DataTable
        caption={t('file.tab.records')}
        captionHidden
        rows={records}
        rowKey={(record) => record.id}
        empty={<p className="text-ink-soft">{t('file.records-empty')}</p>}
        columns={[
          {
            key: 'item',
            header: t('file.record.item'),
            primary: true,
            cell: (record) => (
              <span className="flex flex-wrap items-baseline gap-2">
                {name({ zh: record.itemZh, en: record.itemEn })}
                {record.sensitivity === 'public' ? <Badge>{t('file.record.public')}</Badge> : null}
                {record.disputed ? <Badge tone="warn">{t('file.record.disputed')}</Badge> : null}
              </span>
            ),
          },
          { key: 'on', header: t('file.record.on'), cell: (record) => <Span record={record} /> },
          {
            key: 'what',
            header: t('file.record.what'),
            cell: (record) => (
              <>
                <Says record={record} />
                {record.statement ? (
                  <span className="mt-1 block text-sm text-ink-soft">
                    {t('file.record.statement', record.statement)}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: 'provider',
            header: t('file.record.provider'),
            cell: (record) => name({ zh: record.providerZh, en: record.providerEn }),
          },
        ]}
      />
    </Section>
  );
}

function Span({ record }: { record: RecordShown }) {
  const t = useText(bankText);
  const locale = useLocale();
  return (
    <>
      {record.occurredOn ? <DayText day={record.occurredOn} precision={record.precision} /> : null}
      {record.endedOn ? (
        <span className="block text-sm text-ink-soft">
          {t('file.record.to', showDay(record.endedOn, locale, 'short'))}
        </span>
      ) : null}
    </>
  );
}

/** Category, amount and quantity with the names the catalogue gives them. */
function Says({ record }: { record: RecordShown }) {
  const locale = useLocale();
  const name = useNamed();
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      {record.categoryZh ? <span>{name({ zh: record.categoryZh, en: record.categoryEn })}</span> : null}
      {record.amountFen ? (
        <span>
          {record.amountZh ? (
            <span className="text-ink-soft">{name({ zh: record.amountZh, en: record.amountEn })} </span>
          ) : null}
          <Money fen={record.amountFen} />
        </span>
      ) : null}
      {record.quantity === null ? null : (
        <span>
          {record.quantityZh ? (
            <span className="text-ink-soft">{name({ zh: record.quantityZh, en: record.quantityEn })} </span>
          ) : null}
          {showCount(record.quantity, locale)}
        </span>
      )}
    </span>
  );
}
