import { stringify } from '~/domain/overview/csv.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { AuditQuery } from '~/server/overview/audit-query.ts';
import { findAuditLines } from '~/server/overview/store-audit.ts';

/** More lines than this no spreadsheet opens; the export then ends there and a narrower filter gives the rest. */
export const mostExported = 100_000;

/** The filtered log as CSV text with a byte-order mark, so that spreadsheet programs read the Chinese. */
export async function exportAudit(
  actor: Actor,
  query: AuditQuery,
  header: readonly string[],
): Promise<string> {
  const rows = await withActor(actor, (tx) => findAuditLines(tx, query, mostExported));
  const lines = rows.map((row) => [
    row.at.toISOString(),
    row.who,
    row.role,
    row.institutionZh ?? '',
    row.firm ?? '',
    row.uscc ?? '',
    row.action,
    row.purpose ?? '',
    row.consentId ?? '',
    row.outcome,
    row.detail ?? '',
    `${row.stream}#${row.seq}`,
    row.hash,
  ]);
  return `\ufeff${stringify([[...header], ...lines])}`;
}
