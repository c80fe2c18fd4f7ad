import { randomUUID } from 'node:crypto';
import { demoUserId } from '#prisma/seed/demo-people.ts';
import { institutionId } from '#prisma/seed/institutions.ts';
import demoProducts from '#prisma/seed/products/demo.json' with { type: 'json' };
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { hashPassword } from '~/server/access/passwords.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import entries from './bankers.json' with { type: 'json' };

/** The sign-in names of those who decide about a product at its bank. */
export function bankersOf(product: string): { readonly officer: string; readonly reviewer: string } {
  const bank = demoProducts.find(({ code }) => code === product)?.bank;
  const entry = entries.find((each) => each.bank === bank);
  if (!entry) throw new Error(`nobody decides about ${product}`);
  return { officer: entry.officer.login, reviewer: entry.reviewer.login };
}

type Banker = {
  readonly login: string;
  readonly name: string;
  readonly role: 'officer' | 'reviewer';
  readonly institutionId: InstitutionId | null;
};

/** Somebody who joins a bank later. Nobody knows the password. */
export const addBanker = (banker: Banker): Promise<void> =>
  withActor(system('seed.bankers'), async (tx) => {
    const passwordHash = await hashPassword(randomUUID());
    const data = [{ ...banker, id: demoUserId(banker.login), passwordHash }];
    await tx.userAccount.createMany({ data, skipDuplicates: true });
  });

/** Officers and reviewers of the banks that have no demo account. Nobody knows their password, so nobody signs in. */
export async function seedBankers(tx: Tx): Promise<void> {
  const passwordHash = await hashPassword(randomUUID());
  const data = entries.flatMap(({ bank, officer, reviewer }) =>
    [
      { ...officer, role: 'officer' },
      { ...reviewer, role: 'reviewer' },
    ].flatMap(({ role, login, ...person }) =>
      'name' in person
        ? [
            {
              id: demoUserId(login),
              login,
              name: person.name,
              role,
              passwordHash,
              institutionId: institutionId(bank),
            },
          ]
        : [],
    ),
  );
  await tx.userAccount.createMany({ data, skipDuplicates: true });
}
