import { hash } from '@node-rs/argon2';
import type { EnterpriseId, UserId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { demoAccounts, demoPassword } from '#prisma/seed/accounts.ts';
import { institutionId } from '#prisma/seed/institutions.ts';
import { seedId } from '#prisma/seed/seed-id.ts';

export const demoUserId = (login: string): UserId => seedId('user', login);

/** The firm of a scenario, by its key. */
export const scenarioFirmId = (key: string): EnterpriseId => seedId('scenario-firm', key);

/** The demo accounts of every role; they are refused wherever the server listens beyond loopback. */
export async function seedDemoPeople(tx: Tx): Promise<void> {
  const passwordHash = await hash(demoPassword);
  const data = demoAccounts.map((a) => ({
    id: demoUserId(a.login),
    login: a.login,
    name: a.zh,
    passwordHash,
    role: a.role,
    institutionId: a.institution ? institutionId(a.institution) : null,
    enterpriseId: a.firm ? scenarioFirmId(a.firm) : null,
    demo: true,
  }));
  await tx.userAccount.createMany({ data, skipDuplicates: true });
}
