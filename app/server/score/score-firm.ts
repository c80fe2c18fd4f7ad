import { randomUUID } from 'node:crypto';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import type { EvaluationConsent } from '~/domain/feature/scope.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { ConsentId, EnterpriseId, ScoreSheetId } from '~/domain/kernel/id.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
import { scoreFirm as computeScore } from '~/domain/score/score.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { permitUse } from '~/server/consent/permit-use.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { loadFeatureSet } from '~/server/feature/load-feature-set.ts';
import { readSubject } from '~/server/feature/store.ts';
import type { Cause, MadeSheet } from '~/server/score/sheet-row.ts';
import { currentCard, insertSheet, latestSheet, lockFirm, saysTheSame } from '~/server/score/store.ts';

type Order = { readonly enterpriseId: EnterpriseId; readonly cause: Cause };

/**
 * Scores one firm on what is known now: its public sheet and, while its evaluation consent is in force, its full one.
 * A sheet that would say the same as the last one of its scope is not written again, except that a withdrawal is
 * always followed by a public sheet. Firms that were cancelled or moved away are no longer scored (domain.md row D1).
 * Returns the new sheets.
 */
export async function scoreFirm(
  tx: Tx,
  actor: Actor,
  { enterpriseId, cause }: Order,
): Promise<ScoreSheetId[]> {
  await lockFirm(tx, enterpriseId);
  const subject = await readSubject(tx, enterpriseId);
  if (!subject || subject.status === 'cancelled' || subject.status === 'moved-out') return [];
  const card = await currentCard(tx);
  const knownAt = clock.now();
  const consent = await evaluationPermit(tx, enterpriseId);
  const make = (opened: Permitted | null) => makeSheet(tx, { enterpriseId, cause }, card, opened, knownAt);
  const sheets = [await make(null), ...(consent ? [await make(consent)] : [])];
  const written: ScoreSheetId[] = [];
  for (const sheet of sheets) {
    const last = await latestSheet(tx, enterpriseId, sheet.scope);
    if (saysTheSame(last, sheet) && !(cause === 'withdrawal' && sheet.scope === 'public')) continue;
    const id = randomUUID() as ScoreSheetId;
    await insertSheet(tx, enterpriseId, id, sheet, { asOf: dayAt(knownAt), knownAt });
    await writeDown(tx, actor, enterpriseId, id, sheet);
    written.push(id);
  }
  return written;
}

type Permitted = EvaluationConsent & { readonly consentId: ConsentId };

/** What the firm's evaluation consent opens at this moment; null without one. */
async function evaluationPermit(tx: Tx, enterpriseId: EnterpriseId): Promise<Permitted | null> {
  const use = {
    enterpriseId,
    institutionId: null,
    purpose: 'evaluation',
    items: 'granted',
    detail: 'score',
  } as const;
  const permit = await permitUse(tx, use);
  if (!permit.ok) return null;
  const { consentId, items, dataFrom, dataTo } = permit.value;
  return { consentId, items: new Set(items), dataFrom, dataTo };
}

async function makeSheet(
  tx: Tx,
  { enterpriseId, cause }: Order,
  card: Card,
  consent: Permitted | null,
  knownAt: Date,
): Promise<MadeSheet> {
  const definitions = cardFeatures(card).map(featureDefinition);
  const features = await loadFeatureSet(tx, {
    enterpriseId,
    definitions,
    asOf: dayAt(knownAt),
    knownAt,
    consent,
  });
  const scope = consent ? 'full' : 'public';
  return { scope, consentId: consent?.consentId ?? null, cause, result: computeScore(card, features) };
}

async function writeDown(
  tx: Tx,
  actor: Actor,
  enterpriseId: EnterpriseId,
  id: ScoreSheetId,
  sheet: MadeSheet,
) {
  const { scope, consentId, cause, result } = sheet;
  const { grade, milliPoints, cardVersion } = result;
  const payload = { scope, cause, grade, milliPoints, cardVersion };
  await recordChange(tx, actor, { kind: 'score.made', enterpriseId, subjectId: id, payload });
  await appendAudit(tx, actor, {
    action: 'score.evaluated',
    enterpriseId,
    purpose: 'evaluation',
    consentId: consentId as ConsentId | null,
    detail: { sheetId: id, scope, cardVersion },
  });
}
