import type { Handler } from '#jobs/handler.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';

/** A firm's next sheet after its consent or one of its facts changed. */
export const refreshFirm: Handler<'score.refresh-firm'> = async ({ enterpriseId, cause }, run) => {
  await run.once(async (tx) => {
    await scoreFirm(tx, run.actor, { enterpriseId: enterpriseId as EnterpriseId, cause });
  });
};
