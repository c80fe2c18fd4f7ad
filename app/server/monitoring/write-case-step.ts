import { randomUUID } from 'node:crypto';
import { isWebhookType } from '~/domain/institution/webhook.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import type { ConsentId, EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { type Change, recordChange } from '~/server/db/record-change.ts';
import { addAlertEvent } from '~/server/monitoring/store.ts';
import { notify } from '~/server/platform/notify.ts';

export type CaseStep = {
  readonly alertId: string;
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly kind:
    | 'raised'
    | 'merged'
    | 'escalated'
    | 'answered'
    | 'followed-up'
    | 'reminded'
    | 'closed'
    | 'cleared';
  readonly party: 'system' | 'enterprise' | 'institution' | 'operator';
  readonly text?: string;
  readonly bankOnly?: boolean;
  /** Who hears of it in the inbox. */
  readonly tell: readonly ('firm' | 'bank')[];
  /** They hear of it at once, whatever digest they asked for. */
  readonly urgent?: boolean;
  readonly consentId?: ConsentId;
  readonly facts?: { readonly [name: string]: Canonical };
  /** What the step asks for besides. */
  readonly jobs?: Change['jobs'];
};

/** One step of a case, written everywhere it belongs: timeline, inboxes, event log and the firm's audit chain. */
export async function writeCaseStep(tx: Tx, actor: Actor, step: CaseStep): Promise<void> {
  const { alertId, kind, party, text = '', bankOnly = false } = step;
  const enterpriseId = step.enterpriseId as EnterpriseId;
  const institutionId = step.institutionId as InstitutionId;
  const person = actor.kind === 'person' ? actor : null;
  const by = { userId: person?.userId ?? null, userName: person?.name ?? '', party };
  const shown = kind === 'cleared' ? 'closed' : kind;
  await addAlertEvent(tx, {
    enterpriseId,
    alertId,
    institutionId,
    kind: shown,
    at: clock.now(),
    ...by,
    text,
    bankOnly,
  });
  const notice = { kind: `monitoring.${kind}`, params: {}, urgent: step.urgent ?? false };
  if (step.tell.includes('bank'))
    await notify(tx, { ...notice, to: { institutionId }, href: `/bank/alerts/${alertId}` });
  if (step.tell.includes('firm'))
    await notify(tx, { ...notice, to: { enterpriseId }, href: `/my/alerts/${alertId}` });
  const facts = step.facts ?? {};
  await recordChange(tx, actor, {
    kind: `monitoring.${kind}`,
    enterpriseId,
    institutionId,
    subjectId: alertId,
    payload: facts,
    jobs: [...(step.jobs ?? []), ...hookOrders(step)],
  });
  await appendAudit(tx, actor, {
    action: `monitoring.${kind}`,
    enterpriseId,
    purpose: 'post-loan',
    consentId: step.consentId ?? null,
    detail: { alertId, institutionId, ...facts },
  });
}

/** The lender's own systems hear of it as well, where they asked to. */
function hookOrders({ alertId, institutionId, kind }: CaseStep) {
  const type = `monitoring.${kind}`;
  if (!isWebhookType(type)) return [];
  const payload = { institutionId, type, subjectId: alertId, ref: randomUUID() };
  return [{ name: 'institution.spread-webhook' as const, payload }];
}
