import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type AlertFilter, type AlertRow, findAlerts } from '~/server/monitoring/store.ts';

const pageSize = 25;

/** A page of alerts of the reader's house: the firm's own, the bank's own, or all for the risk desk. */
export async function listAlerts(actor: Actor, filter: AlertFilter, page: number) {
  const rows = await withActor(actor, (tx) => findAlerts(tx, filter, pageSize + 1, page * pageSize));
  return { alerts: rows.slice(0, pageSize).map(entryOf), page, more: rows.length > pageSize };
}

/** An alert as lists show it. */
export const entryOf = (row: AlertRow) => ({
  id: row.id,
  signal: row.signal_code,
  severity: row.severity,
  state: row.state,
  raisedAt: row.raised_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  verdict: row.verdict,
  firm: row.firm,
  uscc: row.uscc,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  contractNo: row.contract_no,
});
