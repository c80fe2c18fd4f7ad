import { makePerson } from '#tests/factories/people.ts';
import { type House, houseOf, type Role } from '~/domain/institution/role.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Person } from '~/server/access/actor.ts';
import { startSession } from '~/server/http/session.ts';

export type Signed = { readonly person: Person; readonly cookie: string };

/** The tenant that a person of a house belongs to; operators and regulators belong to the platform's side. */
export const tenantOf = ({ enterpriseId, institutionId }: Person): string =>
  enterpriseId ?? institutionId ?? '';

const made = new Map<string, Promise<Signed>>();

/** A signed-in person with a role in a tenant, made when first asked for. */
export function personIn(role: Role, tenant: string | null): Promise<Signed> {
  const key = `${role} ${tenant}`;
  const known = made.get(key) ?? signIn(role, tenant);
  made.set(key, known);
  return known;
}

async function signIn(role: Role, tenant: string | null): Promise<Signed> {
  const person = await makePerson(role, homeIn(houseOf[role], tenant));
  const header = await startSession(new Request('http://localhost/'), person.userId);
  return { person, cookie: header.split(';')[0] ?? '' };
}

function homeIn(house: House, tenant: string | null) {
  if (tenant === null) return {};
  return house === 'enterprise'
    ? { enterpriseId: tenant as EnterpriseId }
    : { institutionId: tenant as InstitutionId };
}

/** Whether rows of one tenant are another's: only firms, institutions and providers own rows. */
export const ownsRows = (role: Role): boolean =>
  ['enterprise', 'institution', 'guarantor', 'provider'].includes(houseOf[role]);
