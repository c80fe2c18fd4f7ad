import { type Accepted, accept } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { keepReport } from '~/server/report/keep-report.ts';
import { readScore } from '~/server/score/read-score.ts';
import { consentScope, evaluationConsent } from '~/server/score/store.ts';

/**
 * A firm has its own report made: the score of this moment (full while its evaluation consent is in force), what is held
 * of it as far as it was opened, who asked, and what it objects to. The value is the report's id.
 */
export function makeReport(actor: Actor): Promise<Accepted<string>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const id = await evaluationConsent(tx, enterpriseId, clock.now());
    const opened = id && (await consentScope(tx, enterpriseId, id));
    const score = await readScore(tx, { enterpriseId, which: 'current', reader: 'platform' });
    const consent = id && opened ? { ...opened, id } : null;
    const order = { enterpriseId, audience: 'firm', recipient: null, score, consent } as const;
    const report = await keepReport(tx, actor, order, { institutionId: null, batchId: null });
    return accept(report.id);
  });
}
