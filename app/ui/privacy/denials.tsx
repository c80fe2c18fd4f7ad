import type { Role } from '~/domain/institution/role.ts';
import { refusals } from '~/text/all-refusals.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { shellText } from '~/text/shell.ts';
import { wordAction } from '~/text/word-action.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Denial = {
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly subject: string | null;
  readonly action: string;
  readonly code: string | null;
  readonly gate: string | null;
};
type DenialsProps = {
  readonly denials: readonly Denial[];
  readonly dropped: number;
  readonly byCode: readonly { readonly code: string; readonly count: number }[];
  readonly days: number;
};

/** What was refused and why, with everything that tells about whom masked. */
export function Denials({ denials, dropped, byCode, days }: DenialsProps) {
  const t = useText(privacyDeskText);
  const locale = useLocale();
  return (
    <div className="stack-lg">
      <PageHeader title={t('denial.title')} lede={t('denial.lede', days)} />
      <FigureRow>
        <Figure label={t('denial.shown')} value={denials.length} />
        <Figure label={t('denial.dropped')} value={dropped} />
      </FigureRow>
      {denials.length === 0 ? (
        <EmptyState title={t('denial.none')} />
      ) : (
        <>
          <Section title={t('denial.by-reason')}>
            <DataTable
              caption={t('denial.by-reason')}
              captionHidden
              rows={byCode}
              rowKey={(row) => row.code}
              columns={[
                {
                  key: 'why',
                  header: t('denial.why'),
                  primary: true,
                  cell: (row) => wordReason(row.code, locale),
                },
                { key: 'n', header: t('denial.count'), align: 'end', cell: (row) => row.count },
              ]}
            />
          </Section>
          <DenialTable denials={denials} />
        </>
      )}
    </div>
  );
}

function DenialTable({ denials }: Pick<DenialsProps, 'denials'>) {
  const t = useText(privacyDeskText);
  const role = useText(shellText);
  const locale = useLocale();
  const roleWord = (code: string) => (`role.${code}` in shellText ? role(`role.${code as Role}`) : code);
  return (
    <DataTable
      caption={t('denial.shown')}
      rows={denials.map((denial, i) => ({ ...denial, key: String(i) }))}
      rowKey={(row) => row.key}
      columns={[
        { key: 'at', header: t('denial.at'), primary: true, cell: (row) => <InstantText at={row.at} /> },
        { key: 'who', header: t('denial.who'), cell: (row) => row.who },
        { key: 'role', header: t('denial.role'), cell: (row) => roleWord(row.role) },
        { key: 'subject', header: t('denial.subject'), cell: (row) => <code>{row.subject ?? '—'}</code> },
        { key: 'action', header: t('denial.action'), cell: (row) => wordAction(row.action, locale) },
        {
          key: 'why',
          header: t('denial.why'),
          cell: (row) => (row.code ? wordReason(row.code, locale) : '—'),
        },
      ]}
    />
  );
}

/** The sentence of a refusal that takes no figures, the name of an action, or the code itself. */
function wordReason(code: string, locale: 'zh-CN' | 'en'): string {
  const wording = refusals[code]?.[locale];
  return typeof wording === 'string' ? wording : wordAction(code, locale);
}
