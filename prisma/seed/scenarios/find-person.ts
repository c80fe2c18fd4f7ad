import type { Person } from '~/server/access/actor.ts';
import { findAccountByLogin } from '~/server/access/store.ts';
import type { Tx } from '~/server/db/client.ts';

/** The person behind a sign-in name, as a session would know them. */
export async function findPerson(tx: Tx, login: string): Promise<Person> {
  const account = await findAccountByLogin(tx, login);
  if (!account) throw new Error(`nobody signs in as ${login}`);
  const { id: userId, name, role, enterpriseId, institutionId, branchId, isDemo: demo } = account;
  const institution = institutionId && (await tx.institution.findUnique({ where: { id: institutionId } }));
  const institutionName = institution ? institution.nameZh : null;
  return { kind: 'person', userId, name, role, enterpriseId, institutionId, institutionName, branchId, demo };
}
