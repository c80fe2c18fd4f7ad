import type { Permit } from '~/domain/consent/check-use.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { FirmFeatures } from '~/domain/modelling/firm-card.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { ScoreSheet } from '~/server/db/prisma/client.ts';
import { loadFeatureSet } from '~/server/feature/load-feature-set.ts';
import { featuresOf } from '~/server/modelling/store-sheets.ts';
import { definitionsOf } from '~/server/score/explain-sheet.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf, evaluationConsent, latestSheet } from '~/server/score/store.ts';

/** The known features of a firm and the sheet that they come from. */
export type OpenedSheet = {
  readonly scope: 'public' | 'full';
  readonly asOf: Day;
  readonly features: FirmFeatures;
};

/**
 * What a bank's permit opens of the last sheet, in the caller's transaction (whose subject is the firm): the full one
 * while the firm's evaluation consent is in force, of it only what the permitted items and span of records yield; else
 * the public one. Null while the firm has neither.
 */
export async function openedSheet(
  tx: Tx,
  enterpriseId: EnterpriseId,
  permit: Permit,
): Promise<OpenedSheet | null> {
  const consentId = await evaluationConsent(tx, enterpriseId, clock.now());
  const full = consentId && (await latestSheet(tx, enterpriseId, 'full'));
  if (full && full.consentId === consentId)
    return { scope: 'full', asOf: dayOfDate(full.asOf), features: await permitted(tx, full, permit) };
  const open = await latestSheet(tx, enterpriseId, 'public');
  if (!open) return null;
  const features = featuresOf(await cardOf(tx, open.cardVersion), readValues(open.features, open.missing));
  return { scope: 'public', asOf: dayOfDate(open.asOf), features };
}

/** Computed anew under the permit, without what was repaired since; what the sheet itself lacks stays unknown. */
async function permitted(tx: Tx, sheet: ScoreSheet, permit: Permit): Promise<FirmFeatures> {
  const card = await cardOf(tx, sheet.cardVersion);
  const stored = featuresOf(card, readValues(sheet.features, sheet.missing));
  const opened = await loadFeatureSet(tx, {
    enterpriseId: sheet.enterpriseId as EnterpriseId,
    definitions: definitionsOf(card),
    asOf: dayOfDate(sheet.asOf),
    knownAt: clock.now(),
    consent: { items: new Set(permit.items), dataFrom: permit.dataFrom, dataTo: permit.dataTo },
  });
  const values = opened.map(({ value }) => value);
  return new Map([...featuresOf(card, values)].filter(([code]) => stored.has(code)));
}
