const byTenant = (column: string, table: string) => ({
  sql: `select ${column}::text as tenant, id::text as id from ${table} order by id`,
});
const documents = (tenant: string) => ({
  sql: `select ${tenant}::text as tenant, alert_id::text as id, id::text as document from alert_document order by id`,
});

/** The rows behind the pages of cases and behind what firms attached to their replies. */
export const caseObjects = {
  '/bank/alerts/:id': byTenant('institution_id', 'alert'),
  '/operator/alerts/:id': byTenant('institution_id', 'alert'),
  '/bank/alerts/:id/documents/:document': documents('institution_id'),
  '/my/alerts/:id/documents/:document': documents('enterprise_id'),
} as const;

const nobody = '00000000-0000-4000-8000-000000000000';

/** Fields with which their commands would be carried out if the row were the sender's. */
export const caseCommands = {
  '/bank/alerts assign': { fields: { ids: '', to: nobody, reason: '休假交接。' } },
  '/bank/alerts/:id assign': { fields: { to: nobody, reason: '休假交接。' } },
  '/bank/alerts/:id snooze': { fields: { until: '2026-11-30', reason: '等回执。' } },
  '/bank/alerts/:id wake': { fields: {} },
  '/bank/alerts/:id measure': {
    fields: { kind: 'contact', onDay: '2026-11-20', reason: '电话核实。', proportionality: '先了解情况。' },
  },
  '/bank/alerts/:id confirm-measure': { fields: { measure: nobody } },
  '/bank/alerts/:id drop-measure': { fields: { measure: nobody, reason: '情况已变。' } },
  '/bank/alerts/:id follow-up': { fields: { text: '已电话联系。' } },
  '/bank/alerts/:id close': { fields: { verdict: 'confirmed', note: '核实无误。' } },
  '/bank/alerts/:id reverse': { fields: { verdict: 'confirmed', note: '核实无误。', reason: '复核属实。' } },
} as const;
