import { addDays, type Day } from '~/domain/kernel/day.ts';
import { type Application, responseClocks } from '~/server/application/store.ts';
import type { Tx } from '~/server/db/client.ts';

/** The last day on which the money of a signed contract may be paid out before the application lapses; null in any other state. */
export async function disburseUntil(
  tx: Tx,
  { state, contractedOn, clockFrom }: Pick<Application, 'state' | 'contractedOn' | 'clockFrom'>,
): Promise<Day | null> {
  if (state !== 'contracted' || contractedOn === null) return null;
  const { disbursementDays } = await responseClocks(tx, clockFrom);
  return addDays(contractedOn, disbursementDays);
}
