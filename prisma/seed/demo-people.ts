import { hash } from '@node-rs/argon2';
import { demoAccounts, demoPassword } from '#prisma/seed/accounts.ts';
import { branchId, institutionId } from '#prisma/seed/institutions.ts';
import { seedId } from '#prisma/seed/seed-id.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export const demoUserId = (login: string): UserId => seedId('user', login);

/**
 * The demo accounts of institutions; those of firms come with their scenarios. They are refused wherever the server
 * listens beyond loopback.
 */
export async function seedDemoPeople(tx: Tx): Promise<void> {
  const passwordHash = await hash(demoPassword);
  const data = demoAccounts.flatMap((a) =>
    a.institution
      ? [
          {
            id: demoUserId(a.login),
            login: a.login,
            name: a.zh,
            passwordHash,
            role: a.role,
            institutionId: institutionId(a.institution),
            branchId: a.branch ? branchId(a.branch) : null,
            demo: true,
          },
        ]
      : [],
  );
  await tx.userAccount.createMany({ data, skipDuplicates: true });
}
