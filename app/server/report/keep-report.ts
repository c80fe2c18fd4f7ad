import type { InstitutionId } from '~/domain/kernel/id.ts';
import { reportHash } from '~/domain/report/bundle.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { signText } from '~/server/platform/signing.ts';
import { type Draft, draftReport, type ReportOrder } from '~/server/report/draft-report.ts';
import { insertReport, type SealedReport } from '~/server/report/store.ts';

/** For whom a report is kept beside the firm. */
type For = { readonly institutionId: InstitutionId | null; readonly batchId: string | null };

/** Drafts a report, signs it and keeps it, with its event and its line in the firm's chain, in the caller's transaction. */
export async function keepReport(
  tx: Tx,
  actor: Actor,
  order: ReportOrder,
  { institutionId, batchId }: For,
): Promise<SealedReport> {
  const { code, body } = await draftReport(tx, order);
  const sealed = { ...seal({ code, body }), enterpriseId: order.enterpriseId };
  const madeBy = actor.kind === 'person' ? actor.userId : null;
  await insertReport(tx, { ...sealed, institutionId, batchId, madeBy, madeAt: clock.now() });
  const { enterpriseId } = order;
  const detail = { reportId: body.id, audience: body.audience, sheetId: body.score?.sheetId ?? null };
  await recordChange(tx, actor, {
    kind: 'report.made',
    enterpriseId,
    institutionId,
    subjectId: body.id,
    payload: { audience: body.audience, hash: sealed.hash },
  });
  await appendAudit(tx, actor, {
    action: 'report.made',
    enterpriseId,
    consentId: order.consent?.id ?? null,
    detail,
  });
  return sealed;
}

function seal({ code, body }: Draft) {
  const hash = reportHash(body);
  return { id: body.id, code, body, hash, ...signText(hash) };
}
