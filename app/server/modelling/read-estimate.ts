import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { riskAtPpm } from '~/domain/score/statistical/score.ts';
import { system } from '~/server/access/actor.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { championVersion, findModel } from '~/server/modelling/store.ts';
import { estimateOf } from '~/server/modelling/store-shadow.ts';

/** What the statistical champion says of a firm from its last public sheet. It grades nobody. */
export type Estimate = {
  readonly cardVersion: string;
  readonly milliPoints: number;
  /** The chance of going bad, as the card says it. */
  readonly riskPpm: number;
  readonly asOf: Day;
};

/** The estimate of a firm that the caller may read the score of; null while there is no champion, or too little is known. */
export function readEstimate(enterpriseId: EnterpriseId): Promise<Estimate | null> {
  return withActor(system('modelling.read-estimate'), async (tx) => {
    const version = await championVersion(tx, 'statistical');
    const model = version ? await findModel(tx, version) : null;
    const found = model && (await estimateOf(tx, enterpriseId, model.version));
    if (model?.kind !== 'statistical' || !found) return null;
    const { milliPoints, asOf } = found;
    return {
      cardVersion: model.version,
      milliPoints,
      riskPpm: riskAtPpm(model.card, milliPoints),
      asOf: dayOfDate(asOf),
    };
  });
}
