import type { Canonical } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { type Actor, houseOf } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { type Change, recordChange } from '~/server/db/record-change.ts';
import { addStep } from '~/server/objection/store-record.ts';
import { notify } from '~/server/platform/notify.ts';

export type RightsCase = {
  readonly kind: 'objection' | 'repair';
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly providerId: InstitutionId;
  readonly item: string;
};

export type CaseStep = {
  /** What happened, in the past tense: `filed`, `answered`. */
  readonly name: string;
  readonly body?: string;
  /** Who hears of it in the inbox. */
  readonly tell: readonly ('firm' | 'provider')[];
  readonly facts?: { readonly [name: string]: Canonical };
  readonly jobs?: Change['jobs'];
};

const parties = { enterprise: 'firm', provider: 'provider', operator: 'platform' } as const;

/** On whose behalf the actor takes a step. */
function partyOf(actor: Actor): 'firm' | 'provider' | 'platform' | 'system' {
  if (actor.kind !== 'person') return 'system';
  const house = houseOf[actor.role];
  return house in parties ? parties[house as keyof typeof parties] : 'platform';
}

/** One step of a case, written everywhere it belongs: its history, inboxes, event log and the firm's audit chain. */
export async function writeCaseStep(tx: Tx, actor: Actor, of: RightsCase, step: CaseStep): Promise<void> {
  const { enterpriseId, providerId, id, item } = of;
  const person = actor.kind === 'person' ? actor : null;
  const kind = `${of.kind}.${step.name}`;
  await addStep(tx, {
    enterpriseId,
    caseId: id,
    caseKind: of.kind,
    providerId,
    kind: step.name,
    party: partyOf(actor),
    userId: person?.userId ?? null,
    userName: person?.name ?? '',
    body: step.body ?? '',
    at: clock.now(),
  });
  const notice = { kind, params: { item } };
  const pages = `${of.kind}s/${id}`;
  if (step.tell.includes('firm'))
    await notify(tx, { ...notice, to: { enterpriseId }, href: `/my/rights/${pages}` });
  if (step.tell.includes('provider'))
    await notify(tx, { ...notice, to: { institutionId: providerId }, href: `/provider/${pages}` });
  const payload = { item, ...step.facts };
  await recordChange(tx, actor, {
    kind,
    enterpriseId,
    institutionId: providerId,
    subjectId: id,
    payload,
    ...(step.jobs && { jobs: step.jobs }),
  });
  await appendAudit(tx, actor, { action: kind, enterpriseId, detail: { caseId: id, ...payload } });
}
