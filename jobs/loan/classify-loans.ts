import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { classifyDebtorLoans } from '~/server/loan/classify-debtor.ts';
import { findDebtors } from '~/server/loan/store.ts';

/** Every live loan gets the class and the days past due of the new day. */
export async function classifyLoans(tx: Tx, today: Day): Promise<void> {
  for (const debtor of await findDebtors(tx))
    await classifyDebtorLoans(tx, debtor.enterprise_id, debtor.institution_id, today);
}
