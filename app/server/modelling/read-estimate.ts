import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, ScoreSheetId } from '~/domain/kernel/id.ts';
import { explainFirm } from '~/domain/modelling/explain-firm.ts';
import { type CardPartsView, viewParts } from '~/domain/score/card-part.ts';
import { riskAtPpm } from '~/domain/score/statistical/score.ts';
import { system } from '~/server/access/actor.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { championVersion, findModel } from '~/server/modelling/store.ts';
import { estimateOf } from '~/server/modelling/store-shadow.ts';
import { featuresOf } from '~/server/modelling/store-sheets.ts';
import { readScore } from '~/server/score/read-score.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf, sheetById } from '~/server/score/store.ts';

/** What the statistical champion says of a firm from its last public sheet. It grades nobody. */
export type Estimate = {
  readonly cardVersion: string;
  readonly milliPoints: number;
  /** The chance of going bad, as the card says it. */
  readonly riskPpm: number;
  readonly asOf: Day;
  /** What makes up the points: feature, bin, and the records that the firm itself may see. */
  readonly explained: CardPartsView;
};

/** The estimate of a firm that the caller may read the score of; null while there is no champion, or too little is known. */
export function readEstimate(enterpriseId: EnterpriseId): Promise<Estimate | null> {
  return withActor(system('modelling.read-estimate'), async (tx) => {
    const version = await championVersion(tx, 'statistical');
    const model = version ? await findModel(tx, version) : null;
    const found = model && (await estimateOf(tx, enterpriseId, model.version));
    if (model?.kind !== 'statistical' || !found) return null;
    const { milliPoints, asOf } = found;
    const sheetId = found.sheetId as ScoreSheetId;
    const sheet = await sheetById(tx, enterpriseId, sheetId);
    const score = await readScore(tx, { enterpriseId, which: { sheetId }, reader: 'subject' });
    if (!sheet || !score) return null;
    const values = readValues(sheet.features, sheet.missing);
    const features = featuresOf(await cardOf(tx, sheet.cardVersion), values);
    return {
      cardVersion: model.version,
      milliPoints,
      riskPpm: riskAtPpm(model.card, milliPoints),
      asOf: dayOfDate(asOf),
      explained: viewParts(explainFirm(model, features), score.lines),
    };
  });
}
