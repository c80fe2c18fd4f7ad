import { randomUUID } from 'node:crypto';
import { isWebhookType } from '~/domain/institution/webhook.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import type { ConsentId, EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudits } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { type Change, recordChanges } from '~/server/db/record-change.ts';
import { addAlertEvents } from '~/server/monitoring/store.ts';
import { type Notice, notifyAll } from '~/server/platform/notify.ts';

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
    | 'cleared'
    | 'superseded'
    | 'assigned'
    | 'snoozed'
    | 'measured'
    | 'measure-asked'
    | 'measure-dropped'
    | 'reversed';
  readonly party: 'system' | 'enterprise' | 'institution' | 'operator';
  readonly text?: string;
  readonly bankOnly?: boolean;
  /** The measure, or the reply whose documents came with it. */
  readonly aboutId?: string;
  /** The person of the bank to whom the case was given with this step; told in person. */
  readonly owner?: string | null;
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
export const writeCaseStep = (tx: Tx, actor: Actor, step: CaseStep): Promise<void> =>
  writeCaseSteps(tx, actor, [step]);

/** Steps of several cases, in the order of their firms' chains. */
export async function writeCaseSteps(tx: Tx, actor: Actor, steps: readonly CaseStep[]): Promise<void> {
  if (steps.length === 0) return;
  const at = clock.now();
  await addAlertEvents(
    tx,
    steps.map((step) => eventOf(actor, step, at)),
  );
  const notices = steps.flatMap(noticesOf);
  if (notices.length > 0) await notifyAll(tx, notices);
  await recordChanges(
    tx,
    actor,
    steps.map((step) => ({
      kind: `monitoring.${step.kind}`,
      enterpriseId: firmOf(step),
      institutionId: step.institutionId as InstitutionId,
      subjectId: step.alertId,
      payload: step.facts ?? {},
      jobs: [...(step.jobs ?? []), ...hookOrders(step)],
    })),
  );
  await appendAudits(
    tx,
    actor,
    steps.map((step) => ({
      action: `monitoring.${step.kind}`,
      enterpriseId: firmOf(step),
      purpose: 'post-loan',
      consentId: step.consentId ?? null,
      detail: { alertId: step.alertId, institutionId: step.institutionId, ...step.facts },
    })),
  );
}

/** How a bank shares its work out is its own: such steps stand in its log and not in the firm's chain. */
const inner: readonly CaseStep['kind'][] = ['assigned', 'snoozed', 'measure-asked', 'measure-dropped'];
const isInner = ({ kind }: CaseStep): boolean => inner.includes(kind);

const firmOf = (step: CaseStep): EnterpriseId | null =>
  isInner(step) ? null : (step.enterpriseId as EnterpriseId);

function eventOf(actor: Actor, step: CaseStep, at: Date) {
  const { enterpriseId, alertId, institutionId, kind, party, text = '', bankOnly = false } = step;
  const aboutId = step.aboutId ?? null;
  const person = actor.kind === 'person' ? actor : null;
  return {
    ...{ enterpriseId, alertId, institutionId, at, party, text, bankOnly, aboutId },
    kind: kind === 'cleared' ? 'closed' : kind,
    userId: person?.userId ?? null,
    userName: person?.name ?? '',
  };
}

function noticesOf(step: CaseStep): Notice[] {
  const { kind, alertId, enterpriseId, institutionId, tell, owner, urgent = false } = step;
  const notice = { kind: `monitoring.${kind}`, params: {}, urgent };
  const bank = { to: { institutionId: institutionId as InstitutionId }, href: `/bank/alerts/${alertId}` };
  const firm = { to: { enterpriseId: enterpriseId as EnterpriseId }, href: `/my/alerts/${alertId}` };
  const houses = [...(tell.includes('bank') ? [bank] : []), ...(tell.includes('firm') ? [firm] : [])];
  const personal = { ...notice, ...bank, kind: 'monitoring.assigned', userId: owner as UserId };
  return [...houses.map((house) => ({ ...notice, ...house })), ...(owner ? [personal] : [])];
}

/** The lender's own systems hear of it as well, where they asked to. */
function hookOrders({ alertId, institutionId, kind }: CaseStep) {
  const type = `monitoring.${kind}`;
  if (!isWebhookType(type)) return [];
  const payload = { institutionId, type, subjectId: alertId, ref: randomUUID() };
  return [{ name: 'institution.spread-webhook' as const, payload }];
}
