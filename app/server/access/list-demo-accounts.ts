import { type House, houseOf, type Role, system } from '~/server/access/actor.ts';
import { areDemoAccountsOpen } from '~/server/access/demo-accounts.ts';
import { listDemoRows } from '~/server/access/store.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Locale } from '~/text/define.ts';

export type DemoChoice = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly house: House;
  readonly organisation: string;
};

/** The demo accounts a visitor may choose from; none where the server can be reached from beyond this machine. */
export async function listDemoAccounts(locale: Locale): Promise<DemoChoice[]> {
  if (!areDemoAccountsOpen()) return [];
  const rows = await withActor(system('sign-in'), listDemoRows);
  return rows.map(({ login, name, role, firm, zh, en }) => ({
    login,
    name,
    role,
    house: houseOf[role],
    organisation: firm ?? (locale === 'en' ? en : zh) ?? '',
  }));
}
