import type { Canonical } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { addEvent } from '~/server/compensation/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { notify } from '~/server/platform/notify.ts';

export const claimSteps = [
  'claimed',
  'held',
  'lapsed',
  'returned',
  'completed',
  'proposed',
  'taken-back',
  'paid',
  'paid-back',
  'refused',
  'withdrawn',
  'recovered',
] as const;
export type ClaimStepKind = (typeof claimSteps)[number];

export type ClaimStepWritten = {
  readonly claim: {
    readonly id: string;
    readonly enterpriseId: string;
    readonly institutionId: string;
    readonly loanId: string;
    readonly guarantorId?: string | null;
    readonly contractId?: string | null;
  };
  readonly kind: ClaimStepKind;
  readonly party: 'system' | 'institution' | 'operator';
  readonly text?: string;
  readonly facts?: { readonly [name: string]: Canonical };
  /** Who hears of it in the inbox. */
  readonly tell?: readonly ('firm' | 'bank')[];
};

/** The desk of whoever claimed: the bank's, or the guarantor's under its contract. */
const deskOf = (claim: ClaimStepWritten['claim']) =>
  claim.guarantorId
    ? {
        to: { institutionId: claim.guarantorId as InstitutionId },
        href: `/guarantee/contracts/${claim.contractId}/claim`,
      }
    : { to: { institutionId: claim.institutionId as InstitutionId }, href: `/bank/claims/${claim.id}` };

/** One step of a claim, written everywhere it belongs: its timeline, inboxes, event log and the firm's audit chain. */
export async function writeClaimStep(tx: Tx, actor: Actor, step: ClaimStepWritten): Promise<void> {
  const { claim, kind, party, text = '', facts = {}, tell = [] } = step;
  const enterpriseId = claim.enterpriseId as EnterpriseId;
  const institutionId = claim.institutionId as InstitutionId;
  const person = actor.kind === 'person' ? actor : null;
  await addEvent(tx, {
    enterpriseId,
    claimId: claim.id,
    institutionId,
    kind,
    at: clock.now(),
    userId: person?.userId ?? null,
    userName: person?.name ?? '',
    party,
    text,
    facts: JSON.parse(JSON.stringify(facts, (_, v) => (typeof v === 'bigint' ? v.toString() : v))),
  });
  const notice = { kind: `compensation.${kind}`, params: {} };
  if (tell.includes('bank')) await notify(tx, { ...notice, ...deskOf(claim) });
  if (tell.includes('firm')) await notify(tx, { ...notice, to: { enterpriseId }, href: '/my/compensation' });
  const change = { enterpriseId, institutionId, subjectId: claim.id, payload: facts };
  await recordChange(tx, actor, { kind: `compensation.${kind}`, ...change });
  await appendAudit(tx, actor, {
    action: `compensation.${kind}`,
    enterpriseId,
    purpose: 'post-loan',
    detail: { claimId: claim.id, ...facts },
  });
}
