import type { Day } from '~/domain/kernel/day.ts';
import { type Thresholds, thresholdsSchema } from '~/domain/modelling/month.ts';
import { type OutcomeRule, outcomeRuleSchema } from '~/domain/score/training/loan-outcome.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

/** The thresholds of monitoring in force on a day. */
export const readThresholds = async (tx: Tx, on: Day): Promise<Thresholds> =>
  (await readPolicy(tx, 'model-monitoring', on, thresholdsSchema)).body;

/** What a bad loan is, for training and back-tests, on a day. */
export const readOutcomeRule = async (tx: Tx, on: Day): Promise<OutcomeRule> =>
  (await readPolicy(tx, 'loan-outcome', on, outcomeRuleSchema)).body;
