import type { Day } from '~/domain/kernel/day.ts';
import { type AlertHandling, alertHandling, type BackTestGate } from '~/domain/monitoring/alert-handling.ts';
import type { Reader } from '~/server/db/client.ts';
import { findHandlingBody } from '~/server/monitoring/store-ladder.ts';

/** How alerts are handled on a day; a gap in the policy data is a fault. For the batch role, too. */
export async function readHandling(tx: Reader, on: Day): Promise<AlertHandling> {
  const body = await findHandlingBody(tx, on);
  if (!body) throw new Error(`no alert-handling in force on ${on}`);
  return alertHandling.parse(body);
}

/** What a back-test has to cover on a day for a signal to be published by it; a gap in the policy data is a fault. */
export async function readBackTestGate(tx: Reader, on: Day): Promise<BackTestGate> {
  const { backTest } = await readHandling(tx, on);
  if (!backTest) throw new Error(`no rule for back-tests in force on ${on}`);
  return backTest;
}
