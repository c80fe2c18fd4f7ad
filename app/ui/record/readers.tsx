import { type Role, roles } from '~/domain/institution/role.ts';
import { consentText } from '~/text/consent.ts';
import { readerText, wordAction } from '~/text/record-readers.ts';
import { shellText } from '~/text/shell.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Line = {
  readonly seq: string;
  readonly at: string;
  readonly person: string;
  readonly role: string;
  readonly institution: Named | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly consentId: string | null;
  readonly refused: boolean;
  readonly what: string | null;
  readonly items: readonly Named[];
};

export type ReadersProps = {
  readonly lines: readonly Line[];
  readonly next: string | null;
  readonly who: 'others' | 'all';
};

const here = '/my/data/readers';

/** Who read the firm's data, when, and why; read from the firm's own audit chain. */
export function Readers({ lines, next, who }: ReadersProps) {
  const t = useText(readerText);
  const shell = useText(shellText);
  const columns = useColumns();
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: shell('nav.data'), to: '/my/data' }, { label: t('readers.title') }]}
        title={t('readers.title')}
        lede={t('readers.lede')}
      />
      <TabLinks
        label={t('readers.tabs')}
        items={(['others', 'all'] as const).map((each) => ({
          to: `${here}?who=${each}`,
          label: t(`readers.${each}`),
          current: each === who,
        }))}
      />
      <DataTable
        caption={t('readers.caption')}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={(line) => line.seq}
        empty={<EmptyState title={t('readers.empty')}>{t('readers.empty-next')}</EmptyState>}
      />
      <KeysetPager next={next ? `${here}?who=${who}&before=${next}` : null} shown={lines.length} />
    </div>
  );
}

function useColumns(): Column<Line>[] {
  const t = useText(readerText);
  const locale = useLocale();
  return [
    { key: 'who', header: t('readers.who'), primary: true, cell: (line) => <Who line={line} /> },
    { key: 'at', header: t('readers.at'), cell: (line) => <InstantText at={line.at} /> },
    {
      key: 'what',
      header: t('readers.what'),
      cell: (line) => (
        <>
          {wordAction(line.action, line.what, locale)}
          <Items items={line.items} />
        </>
      ),
    },
    { key: 'why', header: t('readers.why'), cell: (line) => <Purpose purpose={line.purpose} /> },
    {
      key: 'consent',
      header: t('readers.consent'),
      cell: (line) =>
        line.consentId ? (
          <TextLink to={`/my/consents/${line.consentId}`}>{t('readers.consent-link')}</TextLink>
        ) : (
          '—'
        ),
    },
    {
      key: 'outcome',
      header: t('readers.outcome'),
      cell: (line) => (
        <Badge tone={line.refused ? 'warn' : 'good'}>
          {t(line.refused ? 'readers.refused' : 'readers.done')}
        </Badge>
      ),
    },
  ];
}

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role);

function Who({ line }: { line: Line }) {
  const t = useText(readerText);
  const shell = useText(shellText);
  const named = useNamed();
  if (!isRole(line.role)) return <>{t('readers.platform')}</>;
  return (
    <>
      {line.institution ? `${named(line.institution)} · ${line.person}` : line.person}
      <span className="block text-sm font-normal text-ink-soft">{shell(`role.${line.role}`)}</span>
    </>
  );
}

function Items({ items }: { items: readonly Named[] }) {
  const t = useText(readerText);
  const named = useNamed();
  if (items.length === 0) return null;
  return (
    <details className="text-sm text-ink-soft">
      <summary className="py-0.5 underline underline-offset-4">{t('readers.items', items.length)}</summary>
      <ul className="mt-1 list-inside list-disc">
        {items.map((item) => (
          <li key={item.zh}>{named(item)}</li>
        ))}
      </ul>
    </details>
  );
}

const purposes = ['evaluation', 'pre-loan', 'in-loan', 'post-loan', 'renewal'] as const;

function Purpose({ purpose }: { purpose: string | null }) {
  const t = useText(consentText);
  const known = purposes.find((each) => each === purpose);
  return <>{known ? t(`consent.purpose.${known}`) : (purpose ?? '—')}</>;
}
