import { download } from '~/server/http/download.ts';
import { auditQuery } from '~/server/overview/audit-query.ts';
import { exportAudit } from '~/server/overview/export-audit.ts';
import { auditText } from '~/text/audit.ts';
import { translate } from '~/text/define.ts';

const columns = [
  'audit.at',
  'audit.who',
  'audit.role',
  'audit.institution',
  'audit.firm',
  'audit.uscc',
  'audit.action',
  'audit.purpose',
  'audit.consent',
  'audit.outcome',
  'audit.detail',
  'audit.line',
  'audit.hash',
] as const;

export const loader = download({
  can: 'audit.search',
  audit: 'audit.exported',
  query: auditQuery,
  file: async ({ actor, query: { after: _, ...filter }, locale }) => {
    const t = translate(auditText, locale);
    const body = await exportAudit(
      actor,
      filter,
      columns.map((column) => t(column)),
    );
    return { name: 'audit.csv', type: 'text/csv; charset=utf-8', body };
  },
});
