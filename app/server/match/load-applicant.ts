import type { EnterpriseId, ScoreSheetId } from '~/domain/kernel/id.ts';
import type { Borrower } from '~/domain/policy/loan-facts.ts';
import type { Applicant, NeedTerms, ScoreFacts } from '~/domain/product/applicant.ts';
import { type Card, cardFeatures } from '~/domain/score/card.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { keptFor } from '~/server/db/kept.ts';
import { readMarket, type SharedMarket } from '~/server/match/read-market.ts';
import { type FirmRecord, readFirmRecord } from '~/server/match/store-firm.ts';
import { type KnownFirm, type KnownSheet, readKnown } from '~/server/match/store-known.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf, latestSheet } from '~/server/score/store.ts';

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
  const kept = await readKnown(tx, enterpriseId, clock.now());
  const market = await readMarket(tx, clock.today(), kept.publicVersion);
  return applicantOf(tx, { ...need, enterpriseId }, kept, market);
}

/** The same for who has read already what is known of the firm, and the market. */
export async function applicantOf(
  tx: Tx,
  { enterpriseId, ...need }: NeedTerms & { readonly enterpriseId: EnterpriseId },
  { consentId, granted, sheet, publicVersion }: KnownFirm,
  { consentItems }: SharedMarket,
): Promise<LoadedApplicant> {
  const today = clock.today();
  const record = await readFirmRecord(tx, enterpriseId, today);
  const known = sheet && openSheet(sheet, await keptCard(tx, sheet.cardVersion, publicVersion));
  const features = known?.features ?? new Map<string, number>();
  const hasTitles = record.titles.size > 0 || titleFeatures.some((code) => features.has(code));
  const applicant: Applicant = {
    today,
    firm: record.facts,
    score: known?.score ?? null,
    hasConsented: consentId !== null,
    features,
    closedFeatures: closedFeatures(consentItems, granted),
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

/** What the latest public sheet says: nothing behind a consent. */
export async function publicKnown(tx: Tx, enterpriseId: EnterpriseId): Promise<Known | null> {
  const sheet = await latestSheet(tx, enterpriseId, 'public');
  return sheet && openSheet(sheet, await cardOf(tx, sheet.cardVersion));
}

const keptCard = (tx: Tx, version: string, publicVersion: string): Promise<Card> =>
  keptFor(tx, `card ${version}`, publicVersion, (own) => cardOf(own, version));

/** What a stored sheet says, by the features of its card. */
function openSheet(sheet: KnownSheet, card: Card): Known {
  const codes = cardFeatures(card);
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
const closedFeatures = (
  consentItems: SharedMarket['consentItems'],
  granted: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set(
    [...consentItems].filter(([, items]) => items.some((item) => !granted.has(item))).map(([code]) => code),
  );
