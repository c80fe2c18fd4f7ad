import type { ApiScope } from '~/domain/institution/api-scope.ts';
import type { InstitutionKind } from '~/domain/institution/role-offer.ts';
import { type InstitutionState, type Standing, standingOf } from '~/domain/institution/standing.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Person } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

type NewClient = {
  readonly id: string;
  readonly institutionId: InstitutionId;
  readonly name: string;
  readonly secretHash: string;
  readonly scopes: readonly ApiScope[];
  readonly expiresOn: Day;
  readonly createdBy: UserId;
  readonly createdAt: Date;
  readonly publicKey: string | null;
};

export const addClient = (tx: Tx, { expiresOn, scopes, ...client }: NewClient) =>
  tx.apiClient.createMany({ data: [{ ...client, scopes: [...scopes], expiresOn: dateOfDay(expiresOn) }] });

/** The clients that the actor may see, the newest first. */
export const findClients = (tx: Tx, institutionId: InstitutionId) =>
  tx.apiClient.findMany({ where: { institutionId }, orderBy: { createdAt: 'desc' } });

export const findClient = (tx: Tx, id: string) => tx.apiClient.findUnique({ where: { id } });

/** Ends a client and its tokens; false when it had ended already. */
export async function endClient(tx: Tx, id: string, by: UserId, at: Date): Promise<boolean> {
  const { count } = await tx.apiClient.updateMany({
    where: { id, revokedAt: null },
    data: { revokedBy: by, revokedAt: at },
  });
  return count === 1;
}

type Issued = { readonly hash: string; readonly clientId: string; readonly scopes: readonly ApiScope[] };

/** Keeps a token and forgets those of the client that have ended. */
export async function addToken(tx: Tx, token: Issued, issuedAt: Date, expiresAt: Date): Promise<void> {
  await tx.apiToken.deleteMany({ where: { clientId: token.clientId, expiresAt: { lte: issuedAt } } });
  await tx.apiToken.createMany({ data: [{ ...token, scopes: [...token.scopes], issuedAt, expiresAt }] });
}

type Row = {
  client_id: string;
  client_name: string;
  scopes: ApiScope[];
  institution_id: string;
  name_zh: string;
  kind: string;
  state: string;
  public_key: string | null;
  assessment: string | null;
};

export type Machine = {
  readonly actor: Person & { readonly institutionId: InstitutionId };
  readonly scopes: readonly ApiScope[];
  readonly publicKey: string | null;
  readonly standing: Standing;
};

/**
 * The machine behind a token that holds: neither the token nor its client has ended. It acts as a liaison of its department
 * or an officer of its institution would.
 */
export async function findMachine(tx: Tx, hash: string, now: Date): Promise<Machine | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select c.id as client_id, c.name as client_name, t.scopes, i.id as institution_id, i.name_zh, i.kind, i.state,
           c.public_key, i.assessment_expires_on::text as assessment
    from api_token t
    join api_client c on c.id = t.client_id and c.revoked_at is null and c.expires_on >= ${dayAt(now)}::date
    join institution i on i.id = c.institution_id
    where t.hash = ${hash} and t.expires_at > ${now}`;
  if (!row) return null;
  const kind = row.kind as InstitutionKind;
  const admission = {
    kind,
    state: row.state as InstitutionState,
    assessmentExpiresOn: row.assessment as Day | null,
  };
  return {
    actor: {
      kind: 'person',
      userId: row.client_id as UserId,
      name: `API · ${row.client_name}`,
      role: kind === 'provider' ? 'liaison' : kind === 'bank' ? 'officer' : 'guarantee-officer',
      enterpriseId: null,
      institutionId: row.institution_id as InstitutionId,
      institutionName: row.name_zh,
      demo: false,
    },
    scopes: row.scopes,
    publicKey: row.public_key,
    standing: standingOf(admission, dayAt(now)),
  };
}

/** Notes that a client was heard of, at most once a minute. */
export const noteUse = (tx: Tx, id: string, now: Date) =>
  tx.$executeRaw`update api_client set last_used_at = ${now}
                 where id = ${id}::uuid and (last_used_at is null or last_used_at < ${new Date(now.getTime() - 60_000)})`;
