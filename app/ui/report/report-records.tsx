import type { ReportBody } from '~/domain/report/report.ts';
import { purposeWord } from '~/text/purpose-word.ts';
import { reportText } from '~/text/report.ts';
import { showCount, showDay } from '~/ui/format.ts';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** The records that a report counts, by item. */
export function ReportRecords({ holdings }: Pick<ReportBody, 'holdings'>) {
  const t = useText(reportText);
  const locale = useLocale();
  const pick = (named: { zh: string; en: string }) => (locale === 'en' ? named.en : named.zh);
  return (
    <Section title={t('report.holdings')}>
      <DataTable
        caption={t('report.holdings')}
        captionHidden
        rows={holdings}
        rowKey={(row) => row.item}
        empty={t('report.holdings-none')}
        columns={[
          { key: 'item', header: t('report.item'), primary: true, cell: (row) => pick(row.name) },
          { key: 'from', header: t('report.provider'), cell: (row) => pick(row.provider) },
          {
            key: 'n',
            header: t('report.records'),
            align: 'end',
            cell: (row) => showCount(row.records, locale),
          },
          {
            key: 'span',
            header: t('report.span'),
            cell: (row) =>
              row.first && row.last ? (
                <>
                  <DayText day={row.first} /> – <DayText day={row.last} />
                </>
              ) : (
                '—'
              ),
          },
          { key: 'known', header: t('report.learnt'), cell: (row) => <DayText day={row.knownOn} /> },
        ]}
      />
    </Section>
  );
}

/** What the subject of a report has a right to see in it: its pending objections and who asked about it. */
export function ReportRights({ report }: { report: ReportBody }) {
  const t = useText(reportText);
  const locale = useLocale();
  const pick = (named: { zh: string; en: string }) => (locale === 'en' ? named.en : named.zh);
  const { listed, total } = report.queries;
  return (
    <>
      <Section title={t('report.objections')}>
        {report.objections.length === 0 ? (
          <p>{t('report.objections-none')}</p>
        ) : (
          <ul className="list-disc pl-5">
            {report.objections.map(({ name, openedOn }) => (
              <li key={`${name.zh} ${openedOn}`}>
                {t('report.objection', pick(name), showDay(openedOn, locale, 'short'))}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('report.queries')} lede={t('report.queries-firm', listed.length, total)}>
        <DataTable
          caption={t('report.queries')}
          captionHidden
          rows={listed.map((query, at) => ({ ...query, at: query.at, key: `${at} ${query.at}` }))}
          rowKey={(row) => row.key}
          empty={t('report.queries-none')}
          columns={[
            { key: 'at', header: t('report.query-at'), cell: (row) => <InstantText at={row.at} /> },
            { key: 'by', header: t('report.query-by'), primary: true, cell: (row) => pick(row.by) },
            {
              key: 'what',
              header: t('report.query-what'),
              cell: (row) => `${pick(row.what)}${row.refused ? t('report.query-refused') : ''}`,
            },
            {
              key: 'purpose',
              header: t('report.query-purpose'),
              cell: (row) => (row.purpose ? purposeWord(row.purpose, locale) : '—'),
            },
          ]}
        />
      </Section>
    </>
  );
}
