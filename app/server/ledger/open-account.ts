import type { Result } from '~/domain/kernel/result.ts';
import type { AccountId, NewAccount } from '~/domain/ledger/account.ts';
import type { OpenAccountRefusal } from '~/domain/ledger/refusal.ts';
import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { resultOf } from '~/server/ledger/answer.ts';
import { callOpenAccount } from '~/server/ledger/store.ts';

/** Opens an account or finds the one of that code; refused when that one has another owner, kind or floor. */
export async function openAccount(
  tx: Reader,
  account: NewAccount,
): Promise<Result<AccountId, OpenAccountRefusal>> {
  const answer = await callOpenAccount(tx, account, clock.now());
  return resultOf(answer, (facts) => String(facts.accountId) as AccountId);
}
