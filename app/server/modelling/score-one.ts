import { type EnterpriseId, parseId, type ScoreSheetId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { explainFirm } from '~/domain/modelling/explain-firm.ts';
import { type FirmFeatures, openAnyCard } from '~/domain/modelling/firm-card.ts';
import { type CardPartsView, viewParts } from '~/domain/score/card-part.ts';
import type { LineView } from '~/domain/score/score-view.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findModel, type Model } from '~/server/modelling/store.ts';
import { featuresOf } from '~/server/modelling/store-sheets.ts';
import { readScore } from '~/server/score/read-score.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf, findFirms, latestSheet } from '~/server/score/store.ts';

export type ScoreOneRefusal =
  | { readonly code: 'modelling.not-found' }
  | { readonly code: 'modelling.firm-unknown'; readonly key: string };

export type CardOfFirm = {
  readonly firm: { readonly name: string; readonly uscc: string | null };
  readonly version: string;
  /** Null where a rule card finds too little known. */
  readonly milliPoints: number | null;
  /** Of a rule card. */
  readonly grade: string | null;
  /** The bin of each characteristic, in the order of the card. */
  readonly used: readonly number[];
  readonly asOf: string;
  /** What makes up the points, with the public records that the platform may read. */
  readonly explained: CardPartsView;
};

/** What a card of the inventory says of one firm from its last public sheet; each look is logged in the firm's chain. */
export async function scoreOne(
  actor: Actor,
  version: string,
  key: string,
): Promise<Result<CardOfFirm, ScoreOneRefusal>> {
  const looked = await lookAt(actor, version, key);
  if (!looked.ok) return looked;
  const { said, model, features, enterpriseId, sheetId } = looked.value;
  const lines = await linesOf(enterpriseId, sheetId);
  return accept({ ...said, explained: viewParts(explainFirm(model, features), lines) });
}

type Looked = {
  readonly said: Omit<CardOfFirm, 'explained'>;
  readonly model: Model;
  readonly features: FirmFeatures;
  readonly enterpriseId: EnterpriseId;
  readonly sheetId: ScoreSheetId;
};

function lookAt(actor: Actor, version: string, key: string): Promise<Result<Looked, ScoreOneRefusal>> {
  return withActor(actor, async (tx): Promise<Result<Looked, ScoreOneRefusal>> => {
    const model = await findModel(tx, version);
    if (!model) return refuse({ code: 'modelling.not-found' });
    const [firm] = await findFirms(tx, { key, id: parseId<'enterprise'>(key) });
    const sheet = firm && (await latestSheet(tx, firm.id, 'public'));
    if (!firm || !sheet) return refuse({ code: 'modelling.firm-unknown', key });
    const card = await cardOf(tx, sheet.cardVersion);
    const features = featuresOf(card, readValues(sheet.features, sheet.missing));
    const { milliPoints, grade, used } = openAnyCard(model)(features);
    const detail = { version, sheetId: sheet.id };
    await appendAudit(tx, actor, { action: 'modelling.firm-scored', enterpriseId: firm.id, detail });
    const { name, uscc } = firm;
    const asOf = sheet.asOf.toISOString().slice(0, 10);
    return accept({
      said: { firm: { name, uscc }, version, milliPoints, grade, used, asOf },
      model,
      features,
      enterpriseId: firm.id,
      sheetId: sheet.id as ScoreSheetId,
    });
  });
}

/** The lines of a public sheet; the look is logged by the caller. */
async function linesOf(enterpriseId: EnterpriseId, sheetId: ScoreSheetId): Promise<readonly LineView[]> {
  const question = { enterpriseId, which: { sheetId }, reader: 'platform' } as const;
  const score = await withActor(system('modelling.score-one'), (tx) => readScore(tx, question));
  return score?.lines ?? [];
}
