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
import {
  currentCard,
  insertSheet,
  isFallAnnounced,
  latestSheet,
  lockFirm,
  saysTheSame,
} from '~/server/score/store.ts';

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
  const written: ScoreSheetId[] = [];
  for (const draft of await draftSheets(tx, { enterpriseId, cause })) {
    const { sheet, last } = draft;
    if (saysTheSame(last, sheet) && !(cause === 'withdrawal' && sheet.scope === 'public')) continue;
    if (await isHeldBack(tx, enterpriseId, sheet, last)) continue;
    written.push(await writeSheet(tx, actor, enterpriseId, draft));
  }
  return written;
}

/** A sheet as it would be made now, and the last one of its scope. */
export type DraftSheet = {
  readonly sheet: MadeSheet;
  readonly last: Awaited<ReturnType<typeof latestSheet>>;
  readonly knownAt: Date;
};

/**
 * What the firm's sheets would say on what is known now, none of them written: the public one and, while the evaluation
 * consent is in force, the full one. Empty for firms that are not scored. The firm stays locked.
 */
export async function draftSheets(tx: Tx, { enterpriseId, cause }: Order): Promise<DraftSheet[]> {
  await lockFirm(tx, enterpriseId);
  const subject = await readSubject(tx, enterpriseId);
  if (!subject || subject.status === 'cancelled' || subject.status === 'moved-out') return [];
  const card = await currentCard(tx);
  const knownAt = clock.now();
  const consent = await evaluationPermit(tx, enterpriseId);
  const make = (opened: Permitted | null) => makeSheet(tx, { enterpriseId, cause }, card, opened, knownAt);
  const sheets = [await make(null), ...(consent ? [await make(consent)] : [])];
  const drafts: DraftSheet[] = [];
  for (const sheet of sheets)
    drafts.push({ sheet, last: await latestSheet(tx, enterpriseId, sheet.scope), knownAt });
  return drafts;
}

/** Writes a drafted sheet with its event and its line in the firm's chain. Returns its id. */
export async function writeSheet(
  tx: Tx,
  actor: Actor,
  enterpriseId: EnterpriseId,
  { sheet, knownAt }: DraftSheet,
): Promise<ScoreSheetId> {
  const id = randomUUID() as ScoreSheetId;
  await insertSheet(tx, enterpriseId, id, sheet, { asOf: dayAt(knownAt), knownAt });
  await writeDown(tx, actor, enterpriseId, id, sheet);
  return id;
}

/** A fall that was announced to the firm takes effect on its day and not before. */
async function isHeldBack(
  tx: Tx,
  enterpriseId: EnterpriseId,
  { scope, result }: MadeSheet,
  last: DraftSheet['last'],
) {
  if (last?.milliPoints == null || result.milliPoints === null || result.milliPoints > last.milliPoints)
    return false;
  return isFallAnnounced(tx, enterpriseId, scope, clock.today());
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
