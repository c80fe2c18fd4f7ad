import { featureDefinitions } from '~/domain/feature/definitions.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId, ScoreSheetId } from '~/domain/kernel/id.ts';
import type { Borrower } from '~/domain/policy/loan-facts.ts';
import type { Applicant, NeedTerms, ScoreFacts } from '~/domain/product/applicant.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { type FirmRecord, grantedItems, readFirmRecord } from '~/server/match/store-firm.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf, evaluationConsent, latestSheet } from '~/server/score/store.ts';

export type LoadedApplicant = {
  readonly applicant: Applicant;
  readonly record: FirmRecord;
  /** The sheet whose score and features were used. */
  readonly scoreSheetId: ScoreSheetId | null;
};

type Known = {
  readonly id: ScoreSheetId;
  readonly score: ScoreFacts;
  readonly features: ReadonlyMap<string, number>;
};

/** Everything that conditions may ask of a firm today: registration, declaration, honours, and its latest usable sheet. */
export async function loadApplicant(
  tx: Tx,
  enterpriseId: EnterpriseId,
  need: NeedTerms,
): Promise<LoadedApplicant> {
  const now = clock.now();
  const today = dayAt(now);
  const consentId = await evaluationConsent(tx, enterpriseId, now);
  const record = await readFirmRecord(tx, enterpriseId, today);
  const known = await latestKnown(tx, enterpriseId, consentId);
  const features = known?.features ?? new Map<string, number>();
  const hasTitles = record.titles.size > 0 || titleFeatures.some((code) => features.has(code));
  const applicant: Applicant = {
    today,
    firm: record.facts,
    score: known?.score ?? null,
    hasConsented: consentId !== null,
    features,
    closedFeatures: await closedFeatures(tx, today, await grantedItems(tx, enterpriseId, consentId)),
    titles: hasTitles ? record.titles : null,
    hasBorrowed: record.hasLoan || features.has('loan-overdue-days-24m'),
    need,
  };
  return { applicant, record, scoreSheetId: known?.id ?? null };
}

/** What subsidy schemes ask of the firm. */
export const borrowerOf = ({ facts, regionPath, industryPath }: FirmRecord): Borrower => ({
  regionPath,
  industryPath,
  size: facts.size ?? 'undetermined',
  kind: facts.kind,
  lists: [],
});

/** Known only where the register of titles has reached the platform for this firm. */
const titleFeatures = ['technology-titles', 'specialised-titles'];

/** The full sheet made under the consent in force, else the public one (invariant 3). */
export async function latestKnown(
  tx: Tx,
  enterpriseId: EnterpriseId,
  consentId: string | null,
): Promise<Known | null> {
  const full = consentId === null ? null : await latestSheet(tx, enterpriseId, 'full');
  const sheet = full?.consentId === consentId ? full : await latestSheet(tx, enterpriseId, 'public');
  if (!sheet) return null;
  const codes = cardFeatures(await cardOf(tx, sheet.cardVersion));
  const values = readValues(sheet.features, sheet.missing);
  const features = new Map<string, number>();
  for (const [at, code] of codes.entries()) {
    const value = values[at];
    if (value !== null && value !== undefined) features.set(code, value);
  }
  const grade = sheet.grade === 'insufficient' ? null : (sheet.grade as ScoreFacts['grade']);
  const score = { scope: sheet.scope as ScoreFacts['scope'], grade, milliPoints: sheet.milliPoints };
  return { id: sheet.id as ScoreSheetId, score, features };
}

/** Features that read a consent item which is not granted. */
async function closedFeatures(
  tx: Tx,
  today: Day,
  granted: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const catalogue = await readCatalogue(tx, today);
  const isClosed = (item: string) => catalogue.get(item)?.sensitivity === 'consent' && !granted.has(item);
  return new Set(featureDefinitions.filter((f) => f.items.some(isClosed)).map((f) => f.code));
}
