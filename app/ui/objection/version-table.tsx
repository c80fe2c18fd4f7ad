import { rightsText } from '~/text/rights.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showCount, showDay, showFen } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type VersionShown = {
  readonly id: string;
  readonly op: 'assert' | 'correct' | 'revoke' | 'seal';
  readonly knownOn: string;
  readonly knownAt: string;
  readonly until: string | null;
  readonly content: {
    readonly on: string | null;
    readonly precision: 'day' | 'month' | 'year';
    readonly ended: string | null;
    readonly amountFen: string | null;
    readonly quantity: number | null;
    readonly category: Named | null;
    readonly reference: string | null;
    readonly note: string | null;
  } | null;
};

export type RecordShown = {
  readonly item: string;
  readonly name: Named;
  readonly provider: Named;
  readonly amountName: Named | null;
  readonly quantityName: Named | null;
  readonly state: 'live' | 'sealed' | 'revoked';
  readonly isDeclared: boolean;
  readonly versions: readonly VersionShown[];
};

/** Every version of a record, the first first: what it said, from when it was known, until when it stood. */
export function VersionTable({ record, asKnown }: { record: RecordShown; asKnown?: boolean }) {
  const t = useText(rightsText);
  const columns: Column<VersionShown>[] = [
    {
      key: 'what',
      header: t('rights.version.what'),
      primary: true,
      cell: (v) => <Badge tone={v.op === 'assert' ? 'mute' : 'info'}>{t(`rights.op.${v.op}`)}</Badge>,
    },
    { key: 'says', header: t('rights.version.says'), cell: (v) => <Says version={v} record={record} /> },
    {
      key: 'known',
      header: t('rights.version.known'),
      cell: (v) => (
        <>
          <InstantText at={v.knownAt} />
          {asKnown ? (
            <TextLink to={`/my/data/${record.item}?known=${v.knownOn}`} className="block text-sm">
              {t('rights.version.as-known')}
            </TextLink>
          ) : null}
        </>
      ),
    },
    {
      key: 'until',
      header: t('rights.version.until'),
      cell: (v) => (v.until ? <InstantText at={v.until} /> : t('rights.version.now')),
    },
  ];
  return (
    <Section title={t('rights.versions')} lede={t('rights.versions-lede')}>
      <DataTable
        caption={t('rights.versions')}
        captionHidden
        columns={columns}
        rows={record.versions}
        rowKey={(v) => v.id}
      />
    </Section>
  );
}

/** What a version says, with the names that its item gives to the figures. */
function Says({ version, record }: { version: VersionShown; record: RecordShown }) {
  const t = useText(rightsText);
  const locale = useLocale();
  const named = useNamed();
  const { content } = version;
  if (!content) {
    const isHidden = version.op === 'assert' || version.op === 'correct';
    return <span className="text-ink-soft">{isHidden ? t('rights.hidden') : '—'}</span>;
  }
  const { on, precision, ended, amountFen, quantity, category, reference, note } = content;
  const parts = [
    category ? named(category) : null,
    on ? `${t('rights.says.on')} ${showDay(on, locale, 'short', precision)}` : null,
    ended ? `${t('rights.says.ended')} ${showDay(ended, locale, 'short')}` : null,
    amountFen && record.amountName ? `${named(record.amountName)} ${showFen(amountFen, locale)}` : null,
    quantity !== null && record.quantityName
      ? `${named(record.quantityName)} ${showCount(quantity, locale)}`
      : null,
    reference,
    note,
  ].filter((part): part is string => Boolean(part));
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      {parts.length === 0 ? t('rights.says.nothing') : parts.map((part) => <span key={part}>{part}</span>)}
    </span>
  );
}
