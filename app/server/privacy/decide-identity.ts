import { randomBytes } from 'node:crypto';
import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { readIdNumber } from '~/domain/privacy/id-number.ts';
import {
  checkIdentityDecision,
  type IdentityRefusal,
  identityLinkEnds,
} from '~/domain/privacy/identity-check.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { forgetAttempts, type TooMany, takeAttempt } from '~/server/access/attempt-limits.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { tagOf } from '~/server/platform/vault.ts';
import {
  decideIdentityRow,
  findIdentity,
  type IdentityRow,
  lockIdentity,
} from '~/server/privacy/store-identity.ts';

export type IdentityVerdict = {
  readonly id: string;
  readonly decision: 'confirmed' | 'refused';
  /** What the second person read on the document; a confirmation needs it. */
  readonly idNumber: string;
  readonly note: string;
};

type DecideRefusal =
  | IdentityRefusal
  | TooMany
  | { readonly code: 'privacy.identity-not-found' }
  | { readonly code: 'privacy.id-unreadable' | 'privacy.identity-differs'; readonly field: 'idNumber' };

/**
 * A second person at the desk reads the document too and confirms who somebody is, or refuses. Confirmed, a link to
 * everything held about that person exists from now for some days; the returned token exists nowhere else.
 */
export function decideIdentity(
  actor: Actor,
  verdict: IdentityVerdict,
): Promise<Result<string | null, DecideRefusal>> {
  const { userId, name } = asPerson(actor);
  const { id, decision, note } = verdict;
  return withActor(actor, async (tx): Promise<Result<string | null, DecideRefusal>> => {
    await lockIdentity(tx, id);
    const check = await findIdentity(tx, id);
    if (!check) return refuse({ code: 'privacy.identity-not-found' });
    const { identities } = await readPrivacyDuties(tx, clock.today());
    const at = clock.now();
    const allowed = checkIdentityDecision(check, userId, at, identities);
    if (!allowed.ok) return allowed;
    const read = decision === 'confirmed' ? await readsTheSame(check, verdict.idNumber) : accept(null);
    if (!read.ok) return read;
    const token = decision === 'confirmed' ? randomBytes(32).toString('base64url') : null;
    const link = token
      ? { tokenHash: sha256(token), expiresAt: identityLinkEnds(at, identities) }
      : { tokenHash: null, expiresAt: null };
    const who = { decidedBy: userId, deciderName: name, decidedAt: at };
    await decide(tx, actor, id, { decision, note, ...who, ...link });
    return accept(token);
  });
}

async function decide(tx: Tx, actor: Actor, id: string, row: Parameters<typeof decideIdentityRow>[2]) {
  await decideIdentityRow(tx, id, row);
  const detail = { identity: id, decision: row.decision };
  await appendAudit(tx, actor, { action: 'privacy.identity-decided', detail });
}

/** Whether the second person read the number that the first one did; guessing it is limited. */
async function readsTheSame(
  { id, tag }: IdentityRow,
  typed: string,
): Promise<Result<null, Exclude<DecideRefusal, IdentityRefusal>>> {
  const tried = await takeAttempt('identity', id);
  if (!tried.ok) return tried;
  const idNumber = readIdNumber(typed);
  if (!idNumber) return refuse({ code: 'privacy.id-unreadable', field: 'idNumber' });
  if (tagOf(idNumber) !== tag) return refuse({ code: 'privacy.identity-differs', field: 'idNumber' });
  await forgetAttempts('identity', id);
  return accept(null);
}
