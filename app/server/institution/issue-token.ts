import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type ApiScope, grantedScopes, tokenSeconds } from '~/domain/institution/api-scope.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { forgetAttempts, takeAttempt } from '~/server/access/attempt-limits.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addToken, findClient } from '~/server/institution/store-client.ts';

export type TokenRequest = {
  readonly clientId: string;
  readonly secret: string;
  readonly scope?: string | undefined;
};
export type Token = {
  readonly token: string;
  readonly seconds: number;
  readonly scopes: readonly ApiScope[];
};
export type TokenRefusal = {
  readonly code: 'api.client-unknown' | 'api.scope-unknown' | 'api.too-many';
  readonly minutes?: number;
};

const actor = system('api.token');

/**
 * A token for a client that proves its secret (RFC 6749 4.4). Wrong secrets are counted by client whether there is one
 * or not, so an answer tells a stranger nothing; an ended client is answered as an unknown one.
 */
export async function issueToken(asked: TokenRequest): Promise<Result<Token, TokenRefusal>> {
  const allowed = await takeAttempt('api-client', asked.clientId);
  if (!allowed.ok) return refuse({ code: 'api.too-many', minutes: allowed.refusal.minutes });
  const outcome = await withActor(actor, async (tx): Promise<Result<Token, TokenRefusal>> => {
    const now = clock.now();
    const client = await findClient(tx, asked.clientId);
    const proven = client !== null && same(client.secretHash, sha256(asked.secret));
    if (!proven || client.revokedAt || dayOfDate(client.expiresOn) < clock.today()) {
      const detail = { client: asked.clientId };
      await appendAudit(tx, actor, { action: 'institution.token-refused', outcome: 'refused', detail });
      return refuse({ code: 'api.client-unknown' });
    }
    const scopes = grantedScopes(client.scopes as ApiScope[], asked.scope);
    if (!scopes) return refuse({ code: 'api.scope-unknown' });
    const token = randomBytes(32).toString('base64url');
    const end = new Date(now.getTime() + tokenSeconds * 1_000);
    await addToken(tx, { hash: sha256(token), clientId: client.id, scopes }, now, end);
    return accept({ token, seconds: tokenSeconds, scopes });
  });
  if (outcome.ok) await forgetAttempts('api-client', asked.clientId);
  return outcome;
}

const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));
