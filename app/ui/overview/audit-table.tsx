import { type Role, roles } from '~/domain/institution/role.ts';
import { auditText } from '~/text/audit.ts';
import { purposeWord } from '~/text/purpose-word.ts';
import { shellText } from '~/text/shell.ts';
import { wordAction } from '~/text/word-action.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type AuditRow = {
  readonly stream: string;
  readonly seq: string;
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly institution: string | null;
  readonly firm: string | null;
  readonly uscc: string | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly outcome: string;
  readonly hash: string;
};

/** Lines of the log: who, when, what, about which firm, why, and where in which chain. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const t = useText(auditText);
  const locale = useLocale();
  return (
    <DataTable
      caption={t('audit.caption')}
      captionHidden
      empty={<EmptyState title={t('audit.none')} />}
      rows={rows}
      rowKey={(row) => `${row.stream} ${row.seq}`}
      columns={[
        { key: 'at', header: t('audit.at'), cell: (row) => <InstantText at={row.at} /> },
        {
          key: 'action',
          header: t('audit.action'),
          primary: true,
          cell: (row) => <span title={row.action}>{wordAction(row.action, locale)}</span>,
        },
        { key: 'who', header: t('audit.who'), cell: (row) => <Who row={row} /> },
        { key: 'institution', header: t('audit.institution'), cell: (row) => row.institution ?? '' },
        {
          key: 'firm',
          header: t('audit.firm'),
          cell: (row) => (
            <>
              {row.firm ?? ''}{' '}
              {row.uscc ? <span className="num block text-sm text-ink-soft">{row.uscc}</span> : null}
            </>
          ),
        },
        {
          key: 'purpose',
          header: t('audit.purpose'),
          cell: (row) => (row.purpose ? purposeWord(row.purpose, locale) : ''),
        },
        {
          key: 'outcome',
          header: t('audit.outcome'),
          cell: (row) => (
            <Badge tone={row.outcome === 'ok' ? 'mute' : 'alert'}>
              {t(row.outcome === 'ok' ? 'audit.outcome.ok' : 'audit.outcome.refused')}
            </Badge>
          ),
        },
        { key: 'line', header: t('audit.line'), cell: (row) => <Line row={row} /> },
      ]}
    />
  );
}

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role);

function Who({ row }: { row: AuditRow }) {
  const t = useText(auditText);
  const word = useText(shellText);
  if (row.role === 'anonymous') return t('audit.anonymous');
  return (
    <>
      {row.who}
      <span className="block text-sm text-ink-soft">
        {isRole(row.role) ? word(`role.${row.role}`) : t('audit.system')}
      </span>
    </>
  );
}

function Line({ row }: { row: AuditRow }) {
  const t = useText(auditText);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="num whitespace-nowrap">
        {t(row.stream === 'platform' ? 'audit.stream.platform' : 'audit.stream.firm')} {row.seq}
      </span>
      <HashChip value={row.hash} label={t('audit.hash')} keep={4} />
    </span>
  );
}
