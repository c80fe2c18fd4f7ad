import type { EvaluationConsent } from '~/domain/feature/scope.ts';
import type { EnterpriseId, ScoreSheetId } from '~/domain/kernel/id.ts';
import type { Grade } from '~/domain/score/card.ts';
import type { EvidenceView, ScoreView } from '~/domain/score/score-view.ts';
import { parseReason } from '~/domain/score/sheet.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { ScoreSheet as SheetRow } from '~/server/db/prisma/client.ts';
import { loadFeatureSet } from '~/server/feature/load-feature-set.ts';
import {
  definitionsOf,
  explainDimensions,
  explainLines,
  explainUnknown,
  listedFacts,
} from '~/server/score/explain-sheet.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf, consentScope, evaluationConsent, latestSheet, sheetById } from '~/server/score/store.ts';
import { readEvidence } from '~/server/score/store-evidence.ts';

/**
 * Who reads. The subject sees every record, also what was sealed since. The platform, as recipient of its evaluation
 * consent, and a report that the firm may hand on see the same without what was sealed or revoked: repair ends use, and
 * only the subject and the audit role replay. Anybody else sees the records that the consent just checked opens (`Permit`), and nothing that
 * was sealed or revoked, is suspended while the firm objects to it, or has run out of its years.
 */
export type ScoreReader = 'subject' | 'platform' | { readonly permit: Permitted };
type Permitted = Pick<EvaluationConsent, 'dataFrom' | 'dataTo'> & { readonly items: readonly string[] };

export type ScoreQuestion = {
  readonly enterpriseId: EnterpriseId;
  /** `current`: the full sheet while the evaluation consent is in force, else the public one. */
  readonly which: 'current' | 'public' | { readonly sheetId: ScoreSheetId };
  readonly reader: ScoreReader;
};

/** A sheet with everything behind it, in the caller's transaction (whose subject is the firm); null when there is none. */
export async function readScore(tx: Tx, question: ScoreQuestion): Promise<ScoreView | null> {
  const row = await sheetOf(tx, question);
  return row && explain(tx, row, question.reader);
}

async function sheetOf(tx: Tx, { enterpriseId, which }: ScoreQuestion): Promise<SheetRow | null> {
  if (typeof which === 'object') return sheetById(tx, enterpriseId, which.sheetId);
  const consentId = which === 'current' ? await evaluationConsent(tx, enterpriseId, clock.now()) : null;
  const full = consentId ? await latestSheet(tx, enterpriseId, 'full') : null;
  return full && full.consentId === consentId ? full : latestSheet(tx, enterpriseId, 'public');
}

async function explain(tx: Tx, row: SheetRow, reader: ScoreReader): Promise<ScoreView> {
  const enterpriseId = row.enterpriseId as EnterpriseId;
  const card = await cardOf(tx, row.cardVersion);
  const asOf = dayOfDate(row.asOf);
  const catalogue = await readCatalogue(tx, asOf);
  const features = await loadFeatureSet(tx, {
    enterpriseId,
    definitions: definitionsOf(card),
    asOf,
    knownAt: row.knownAt,
    consent: await openedTo(tx, row, reader),
  });
  const wanted = [...listedFacts(features), ...(row.vetoFactId ? [row.vetoFactId] : [])];
  const behind = { ids: wanted, retained: typeof reader === 'object' };
  const records = shownTo(reader, await readEvidence(tx, enterpriseId, behind, catalogue));
  const lines = explainLines(
    { card, catalogue, values: readValues(row.features, row.missing) },
    features,
    records,
  );
  return {
    ...headOf(row),
    asOf,
    floorPpm: card.coverageFloorPpm,
    bands: card.grades,
    dimensions: explainDimensions(card, lines, row.dimensionMilli),
    lines,
    unknown: explainUnknown(card, lines),
    veto: vetoOf(row, records),
  };
}

const headOf = (row: SheetRow) => ({
  sheetId: row.id,
  scope: row.scope as ScoreView['scope'],
  cardVersion: row.cardVersion,
  madeAt: row.createdAt.toISOString(),
  cause: row.cause,
  milliPoints: row.milliPoints,
  grade: row.grade === 'insufficient' ? null : (row.grade as Grade),
  coveragePpm: row.coveragePpm,
  reasons: row.reasons.map(parseReason),
});

function vetoOf(row: SheetRow, records: ReadonlyMap<string, EvidenceView>): ScoreView['veto'] {
  const veto = row.reasons.map(parseReason).find((reason) => reason.kind === 'veto');
  if (!row.vetoFactId || veto?.kind !== 'veto') return null;
  return { code: veto.code, record: records.get(row.vetoFactId) ?? null };
}

/** What the reader may load: the subject what the sheet's own consent opened, others what their permit opens. */
async function openedTo(tx: Tx, row: SheetRow, reader: ScoreReader): Promise<EvaluationConsent | null> {
  if (typeof reader === 'object') return { ...reader.permit, items: new Set(reader.permit.items) };
  return row.consentId ? consentScope(tx, row.enterpriseId as EnterpriseId, row.consentId) : null;
}

function shownTo(
  reader: ScoreReader,
  records: ReadonlyMap<string, EvidenceView>,
): ReadonlyMap<string, EvidenceView> {
  if (reader === 'subject') return records;
  const seesDisputed = reader === 'platform';
  return new Map(
    [...records].filter(
      ([, { later, disputed }]) =>
        later !== 'seal' && later !== 'revoke' && (seesDisputed || disputed !== 'suspended'),
    ),
  );
}
