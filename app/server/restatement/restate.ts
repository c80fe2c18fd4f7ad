import { randomUUID } from 'node:crypto';
import { addDays, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { RestatementCause } from '~/domain/objection/cause.ts';
import { effectOf, type RestatementRules } from '~/domain/restatement/restatement.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { notify } from '~/server/platform/notify.ts';
import { endMoot } from '~/server/repair/end-moot.ts';
import { diffOf, sameSheet } from '~/server/restatement/compare.ts';
import { readRestatementRules } from '~/server/restatement/read-rules.ts';
import {
  addRestatement,
  type ChangedRecord,
  changedRecord,
  isRestated,
  sheetBefore,
} from '~/server/restatement/store.ts';
import { type Telling, tellReaders } from '~/server/restatement/tell-readers.ts';
import { type DraftSheet, draftSheets, writeSheet } from '~/server/score/score-firm.ts';

export type RestatementOrder = {
  readonly enterpriseId: EnterpriseId;
  /** The row that changed the record: correction, revocation, seal, or the content brought back. */
  readonly ref: string;
  readonly cause: RestatementCause;
};

/**
 * Restates what was made from a record that changed (domain.md row D7, edge case 3): what was pending about a revoked
 * record ends as moot; each scope gets a new version of the score with what moved, at once or, when it falls, after the
 * firm was told and had its days; everybody who saw the old one is told; open applications are matched again; declines
 * that cited the record get a second look. In the caller's transaction, as the platform; repeating it changes nothing.
 */
export async function restate(tx: Tx, actor: Actor, order: RestatementOrder): Promise<void> {
  const { enterpriseId, ref } = order;
  const record = await changedRecord(tx, enterpriseId, ref);
  if (!record || (await isRestated(tx, enterpriseId, ref))) return;
  if (record.op === 'revoke')
    await endMoot(tx, actor, { enterpriseId, item: record.item, sourceKey: record.sourceKey });
  await restateAround(tx, actor, order, record);
}

/**
 * Restates each scope for what changed and tells whom it concerns; `told` names those who saw it, where the firm's audit chain
 * is not what knows them.
 */
export async function restateAround(
  tx: Tx,
  actor: Actor,
  order: RestatementOrder,
  record: ChangedRecord,
  told: Pick<Telling, 'viewers' | 'nobodyElse'> = {},
): Promise<void> {
  const { enterpriseId, ref } = order;
  const rules = await readRestatementRules(tx, clock.today());
  const drafts = await draftSheets(tx, { enterpriseId, cause: 'correction' });
  const befores: (Date | null)[] = [];
  for (const draft of drafts) befores.push(await restateScope(tx, actor, { order, record, rules, draft }));
  const seen = befores.filter((at): at is Date => at !== null).map((at) => at.getTime());
  const since = new Date(Math.min(record.firstKnownAt.getTime(), ...seen));
  await tellReaders(tx, actor, {
    order,
    record,
    rules,
    since,
    ...told,
    declinedSince: startOf(addDays(clock.today(), -rules.secondLookDays)),
  });
  await appendAudit(tx, actor, {
    action: 'restatement.made',
    enterpriseId,
    purpose: 'evaluation',
    detail: { ref, cause: order.cause, item: record.item },
  });
}

type ScopeWork = {
  readonly order: RestatementOrder;
  readonly record: ChangedRecord;
  readonly rules: RestatementRules;
  readonly draft: DraftSheet;
};

/** One scope of the firm's score; returns when the sheet that others saw was made, null when there was none. */
async function restateScope(
  tx: Tx,
  actor: Actor,
  { order, record, rules, draft }: ScopeWork,
): Promise<Date | null> {
  const { enterpriseId, ref, cause } = order;
  const { sheet, last } = draft;
  const before = await sheetBefore(tx, enterpriseId, sheet.scope, record.knownAt);
  if (!before) {
    if (!sameSheet(last, sheet)) await writeSheet(tx, actor, enterpriseId, draft);
    return null;
  }
  const effect = effectOf(seenOf(last), sheet.result, sameSheet(last, sheet), clock.today(), rules);
  const { state, effectiveOn } = effect;
  const isMade = state === 'effective';
  const afterId = isMade ? await writeSheet(tx, actor, enterpriseId, draft) : null;
  const id = randomUUID();
  const moved = await diffOf(tx, before, sheet);
  await addRestatement(tx, {
    enterpriseId,
    id,
    cause,
    refId: ref,
    item: record.item,
    scope: sheet.scope,
    ...beforeOf(before),
    afterId: state === 'unchanged' ? (last?.id ?? null) : afterId,
    afterMilli: sheet.result.milliPoints,
    afterGrade: sheet.result.grade,
    diff: moved,
    state: state === 'unchanged' && moved.length > 0 ? 'effective' : state,
    effectiveOn: dateOfDay(effectiveOn),
    madeAt: clock.now(),
  });
  await tellFirm(tx, actor, { enterpriseId, id, item: record.item, cause, state, on: effectiveOn });
  return before.createdAt;
}

const seenOf = (last: DraftSheet['last']) => ({
  milliPoints: last?.milliPoints ?? null,
  grade: last?.grade ?? '',
});

const beforeOf = ({ id, milliPoints, grade }: NonNullable<DraftSheet['last']>) => ({
  beforeId: id,
  beforeMilli: milliPoints,
  beforeGrade: grade,
});

type Told = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly item: string;
  readonly cause: RestatementCause;
  readonly state: 'unchanged' | 'effective' | 'announced';
  readonly on: string;
};

async function tellFirm(
  tx: Tx,
  actor: Actor,
  { enterpriseId, id, item, cause, state, on }: Told,
): Promise<void> {
  const kind = state === 'announced' ? 'restatement.announced' : 'restatement.made';
  await notify(tx, {
    to: { enterpriseId },
    kind,
    params: { item, on, cause },
    href: `/my/rights/restatements/${id}`,
  });
  const payload = { item, cause, state, effectiveOn: on, madeOn: dayAt(clock.now()) };
  await recordChange(tx, actor, { kind, enterpriseId, subjectId: id, payload });
}
