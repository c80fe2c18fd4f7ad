import type { Handler } from '#jobs/handler.ts';
import { runBatch } from '~/server/report/run-batch.ts';

/** Makes the public reports of a batch; one that is done already is left alone, one that stopped goes on. */
export const makeReports: Handler<'report.make-batch'> = ({ batchId }, run) => runBatch(run.actor, batchId);
