import { randomBytes, randomUUID } from 'node:crypto';
import {
  type ApiScope,
  bankScopes,
  holdsBothHands,
  longestClientDays,
  providerScopes,
  recipientScopes,
} from '~/domain/institution/api-scope.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution, houseOf } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPublicKey } from '~/server/institution/client-key.ts';
import { addClient } from '~/server/institution/store-client.ts';

export type NewClient = {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly expiresOn: Day;
  /** Ed25519 in PEM; a machine that acknowledges signs by it, and one that takes steps of applications where it has one. */
  readonly publicKey?: string | undefined;
};
export type ClientRefusal =
  | {
      readonly code: 'institution.client-past' | 'institution.client-too-long';
      readonly field: 'expiresOn';
      readonly days?: number;
    }
  | {
      readonly code: 'institution.client-scopes' | 'institution.client-both-hands';
      readonly field: 'scopes';
    }
  | { readonly code: 'institution.client-key'; readonly field: 'publicKey' };

/** Scopes whose steps a bank may sign by its own key. */
const signedScopes: readonly ApiScope[] = ['applications:handle', 'applications:decide'];

/** What machines of the actor's house may be let do. */
export const scopesFor = (actor: Actor): readonly ApiScope[] => {
  const house = houseOf[asInstitution(actor).role];
  if (house === 'provider') return providerScopes;
  return house === 'institution' ? [...recipientScopes, ...bankScopes] : recipientScopes;
};

/** A machine of the actor's department. The value holds its secret, which is told this once and kept only as a hash. */
export async function createClient(
  actor: Actor,
  { name, scopes, expiresOn, publicKey = '' }: NewClient,
): Promise<Result<{ readonly id: string; readonly secret: string }, ClientRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  if (holdsBothHands(scopes)) return refuse({ code: 'institution.client-both-hands', field: 'scopes' });
  const today = clock.today();
  if (expiresOn < today) return refuse({ code: 'institution.client-past', field: 'expiresOn' });
  if (expiresOn > addDays(today, longestClientDays))
    return refuse({ code: 'institution.client-too-long', field: 'expiresOn', days: longestClientDays });
  const open = scopesFor(actor);
  if (!scopes.every((scope) => open.includes(scope)))
    return refuse({ code: 'institution.client-scopes', field: 'scopes' });
  const mustSign = scopes.includes('withdrawals:acknowledge');
  const maySign = mustSign || scopes.some((scope) => signedScopes.includes(scope));
  const key = maySign && publicKey.trim() !== '' ? readPublicKey(publicKey) : null;
  if (!key && (mustSign || (maySign && publicKey.trim() !== '')))
    return refuse({ code: 'institution.client-key', field: 'publicKey' });
  const id = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  const client = { id, institutionId, name, secretHash: sha256(secret), scopes, expiresOn, publicKey: key };
  await withActor(actor, async (tx) => {
    await addClient(tx, { ...client, createdBy: userId, createdAt: clock.now() });
    const detail = { client: id, scopes: [...scopes], expiresOn };
    await appendAudit(tx, actor, { action: 'institution.client-created', detail });
    await recordChange(tx, actor, { kind: 'institution.client-created', institutionId, subjectId: id });
  });
  return accept({ id, secret });
}
