import type { Day } from '~/domain/kernel/day.ts';
import { type Thresholds, thresholdsSchema } from '~/domain/modelling/month.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

/** The thresholds of monitoring in force on a day. */
export const readThresholds = async (tx: Tx, on: Day): Promise<Thresholds> =>
  (await readPolicy(tx, 'model-monitoring', on, thresholdsSchema)).body;
