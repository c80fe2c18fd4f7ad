import type { Day } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { listBalances } from '~/server/ledger/list-balances.ts';

type Page = Awaited<ReturnType<typeof listBalances>>;
export type BalanceRead = Page['accounts'][number];

/** The whole trial balance as of a day, page after page as the desk reads it. */
export async function readBalances(actor: Actor, on?: Day) {
  const first = await listBalances(actor, { on });
  const accounts = [...first.accounts];
  for (let next = first.next; next; ) {
    const page: Page = await listBalances(actor, { on: first.on, after: next });
    accounts.push(...page.accounts);
    next = page.next;
  }
  return { on: first.on as string, accounts, sums: first.sums };
}
