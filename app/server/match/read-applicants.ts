import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Borrower } from '~/domain/policy/loan-facts.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Wish } from '~/domain/product/price.ts';
import type { FirmKind, LadderGrade, Title } from '~/domain/product/vocabulary.ts';
import { sizeOf } from '~/server/match/store-firm.ts';
import { applicantColumns } from '~/server/match/store-province.ts';

type Row = { readonly [C in (typeof applicantColumns)[number]]: string | null };

/** One firm of a run, as the matcher takes it. */
export type StreamedApplicant = {
  readonly id: string;
  readonly sheetId: string | null;
  readonly applicant: Applicant;
  readonly borrower: Borrower;
  /** The open need it is matched for, null where the usual one stands in. */
  readonly needId: string | null;
  readonly wish: Wish;
};

export type ReadWorld = {
  readonly today: Day;
  /** For firms without an open need. */
  readonly wish: Wish;
  /** Codes of the wanted features with their place in the sheets of a card version. */
  placesOf(cardVersion: string): readonly (readonly [code: string, place: number])[];
};

/** Firms from the lines that `openApplicants` copies out, in blocks. Every value is plain ASCII: nothing is escaped. */
export async function* readApplicants(
  chunks: AsyncIterable<Buffer>,
  world: ReadWorld,
): AsyncGenerator<StreamedApplicant[]> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line) => applicantOf(rowOf(line), world));
  }
}

function rowOf(line: string): Row {
  const cells = line.split('\t');
  return Object.fromEntries(
    applicantColumns.map((column, at) => [column, cells[at] === '\\N' ? null : (cells[at] ?? null)]),
  ) as Row;
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text));
const listOf = (text: string | null): string[] =>
  text === null || text === '{}' ? [] : text.slice(1, -1).split(',');

/** Known only where the register of titles has reached the platform for the firm. */
const titleFeatures = ['technology-titles', 'specialised-titles'];

function applicantOf(row: Row, world: ReadWorld): StreamedApplicant {
  const { today, placesOf } = world;
  const wish = wishOf(row) ?? world.wish;
  const features =
    row.cardVersion === null ? new Map<string, number>() : featuresOf(row, placesOf(row.cardVersion));
  const held = new Set(listOf(row.titles) as Title[]);
  const kind = row.kind as FirmKind;
  const size = sizeOf(kind, row.sizeClass as SizeClass | null);
  const applicant: Applicant = {
    today,
    firm: {
      active: row.status === 'active',
      kind,
      regionCode: row.regionCode,
      industrySection: row.industrySection,
      industryCode: row.industryCode !== null && row.industryCode.length > 1 ? row.industryCode : null,
      size,
      establishedOn: row.establishedOn as Day | null,
      figures: {
        employees: numberOrNull(row.employees),
        revenue: numberOrNull(row.revenue),
        assets: numberOrNull(row.assets),
      },
    },
    score: row.scope === null ? null : scoreOf(row),
    hasConsented: row.hasConsented === 't',
    features,
    closedFeatures: nothing,
    titles: held.size > 0 || titleFeatures.some((code) => features.has(code)) ? held : null,
    hasBorrowed: row.hasLoan === 't' || features.has('loan-overdue-days-24m'),
    need: wish,
  };
  const borrower = borrowerOf(row, kind, size);
  return { id: row.id ?? '', sheetId: row.sheetId, applicant, borrower, needId: row.needId, wish };
}

const wishOf = (row: Row): Wish | null =>
  row.needId === null
    ? null
    : {
        amountFen: fen(BigInt(row.amountFen ?? 0)),
        termMonths: Number(row.termMonths),
        purpose: row.purpose as Wish['purpose'],
        collateral: listOf(row.collateral) as Wish['collateral'][number][],
        method: row.method as Wish['method'],
      };

/** Why a feature is unknown matters to the page of one firm, not to a verdict. */
const nothing: ReadonlySet<string> = new Set();

const scoreOf = (row: Row): NonNullable<Applicant['score']> => ({
  scope: row.scope as 'public' | 'full',
  grade: row.grade === 'insufficient' ? null : (row.grade as LadderGrade),
  milliPoints: numberOrNull(row.milliPoints),
});

/** The wanted features of a sheet; a bit of `missing` marks an unknown value. */
function featuresOf(row: Row, places: ReturnType<ReadWorld['placesOf']>): Map<string, number> {
  const values = listOf(row.features);
  const missing = row.missing ?? '';
  const features = new Map<string, number>();
  for (const [code, place] of places) {
    const byte = Number.parseInt(missing.substr((place >> 3) * 2, 2) || '0', 16);
    if (!(byte & (1 << (place & 7))) && place < values.length) features.set(code, Number(values[place]));
  }
  return features;
}

/** Divisions and industries are hierarchical codes: their path is made of their beginnings. */
function borrowerOf(row: Row, kind: FirmKind, size: SizeClass | null): Borrower {
  const { regionCode: region, industryCode: industry, industrySection: section } = row;
  const regionPath = region ? [`${region.slice(0, 2)}0000`, `${region.slice(0, 4)}00`, region] : [];
  const industryPath = section
    ? [
        section,
        ...[2, 3, 4].filter((n) => n <= (industry?.length ?? 0)).map((n) => industry?.slice(0, n) ?? ''),
      ]
    : [];
  return { regionPath, industryPath, size: size ?? 'undetermined', kind, lists: [] };
}
