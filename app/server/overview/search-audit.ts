import type { Actor } from '~/server/access/actor.ts';
import { verifiedAction } from '~/server/audit/verify-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type AuditQuery, placeText } from '~/server/overview/audit-query.ts';
import {
  type AuditLineRow,
  findAuditLines,
  findInstitutionNames,
  findLastVerdict,
} from '~/server/overview/store-audit.ts';
import type { Locale } from '~/text/define.ts';

const pageSize = 50;

/** One page of the audit log by filters, with the last verdict on its chains. */
export function searchAudit(actor: Actor, query: AuditQuery, locale: Locale) {
  return withActor(actor, async (tx) => {
    const found = await findAuditLines(tx, query, pageSize + 1);
    const rows = found.slice(0, pageSize);
    const last = rows.at(-1);
    const verdict = await findLastVerdict(tx, verifiedAction);
    const institutions = await findInstitutionNames(tx);
    return {
      rows: rows.map((row) => lineOf(row, locale)),
      next: found.length > pageSize && last ? placeText(last) : null,
      institutions: institutions.map(({ id, nameZh, nameEn }) => ({
        value: id,
        label: locale === 'en' ? nameEn : nameZh,
      })),
      verdict: verdict && { ...verdict.detail, ok: verdict.outcome === 'ok', at: verdict.at.toISOString() },
    };
  });
}

const lineOf = ({ institutionZh, institutionEn, at, seq, ...row }: AuditLineRow, locale: Locale) => ({
  ...row,
  at: at.toISOString(),
  seq: seq.toString(),
  institution: locale === 'en' ? institutionEn : institutionZh,
});
