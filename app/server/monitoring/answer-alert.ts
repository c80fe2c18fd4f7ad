import { randomUUID } from 'node:crypto';
import { type DocumentRefusal, mostDocuments } from '~/domain/institution/document-kind.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, answerCase } from '~/domain/monitoring/case.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeAlert, lockAlert } from '~/server/monitoring/store.ts';
import { addCaseDocuments, countCaseDocuments } from '~/server/monitoring/store-case-document.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';
import { keepDocuments, type Upload } from '~/server/platform/keep-documents.ts';

export type AnswerRefusal =
  | AlertRefusal
  | DocumentRefusal
  | { readonly code: 'monitoring.not-found' }
  | { readonly code: 'application.too-many-documents'; readonly most: number };

/**
 * The firm's answer to an alert (陈述申辩) with what proves it: kept in the case, shown to the bank, its words to the risk desk too. It may
 * answer again as long as the case is live; each answer wakes a case that was put aside.
 */
export async function answerAlert(
  actor: Actor,
  alertId: string,
  text: string,
  uploads: readonly Upload[] = [],
): Promise<Result<'answered', AnswerRefusal>> {
  const firm = asFirm(actor);
  const may = await withActor(actor, (tx) => mayAnswer(tx, firm, alertId, uploads.length));
  if (!may.ok) return may;
  const kept = await keepDocuments(uploads);
  if (!kept.ok) return kept;
  return withActor(actor, async (tx): Promise<Result<'answered', AnswerRefusal>> => {
    const found = await mayAnswer(tx, firm, alertId, uploads.length);
    if (!found.ok) return found;
    const { about, state } = found.value;
    await changeAlert(tx, alertId, { state, snoozedUntil: null });
    const replyId = randomUUID();
    const by = { replyId, uploadedBy: firm.userId, uploadedAt: clock.now() };
    await addCaseDocuments(tx, { ...about, ...by }, kept.value);
    const facts = { documents: kept.value.map(({ sha256 }) => sha256) };
    const told = { party: 'enterprise', text, tell: ['bank'], aboutId: replyId } as const;
    await writeCaseStep(tx, actor, { ...about, kind: 'answered', ...told, facts });
    return accept('answered');
  });
}

/** The case, locked, where the firm may answer it with so many documents. */
async function mayAnswer(tx: Tx, firm: FirmPerson, alertId: string, added: number) {
  const found = await lockAlert(tx, alertId);
  if (!found || found.enterprise_id !== firm.enterpriseId)
    return refuse({ code: 'monitoring.not-found' } as const);
  const answered = answerCase(found);
  if (!answered.ok) return answered;
  if (added > 0 && (await countCaseDocuments(tx, found.enterprise_id, alertId)) + added > mostDocuments)
    return refuse({ code: 'application.too-many-documents', most: mostDocuments } as const);
  const about = { alertId, enterpriseId: found.enterprise_id, institutionId: found.institution_id };
  return accept({ about, state: answered.value });
}
