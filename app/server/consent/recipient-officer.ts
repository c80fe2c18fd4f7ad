import type { InstitutionPerson } from '~/server/access/actor.ts';
import { asInstitution, system } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { findAccountByLogin } from '~/server/access/store.ts';
import { institutionNames } from '~/server/consent/store-party.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** The active person of a recipient behind a sign-in name, if that person may acknowledge; for the command line. */
export function findOfficer(login: string): Promise<InstitutionPerson | null> {
  return withActor(system('cli.withdrawals'), async (tx) => {
    const account = await findAccountByLogin(tx, login);
    if (!account?.isActive || !account.institutionId) return null;
    const { id: userId, name, role, institutionId, branchId, isDemo: demo } = account;
    const names = await institutionNames(tx, institutionId);
    const institutionName = names?.nameZh ?? null;
    const person = {
      kind: 'person',
      userId,
      name,
      role,
      enterpriseId: null,
      institutionId,
      institutionName,
      branchId,
      demo,
    } as const;
    return reachOf(person, 'consent.acknowledge') ? asInstitution(person) : null;
  });
}
