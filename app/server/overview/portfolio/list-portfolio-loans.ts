import { isNonPerforming, tiers } from '~/domain/loan/five-tier.ts';
import { dpdBands } from '~/domain/loan/quality.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readerOf, readsStatistics } from '~/server/access/statistics-reader.ts';
import { type After, cutPage } from '~/server/db/keyset.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { PeriodAsked } from '~/server/overview/portfolio/reader.ts';
import { findPortfolioLoans, type PortfolioLoanRow } from '~/server/overview/store-migration.ts';

/** Which loans: by where they were at the start, are at the end, and by how long they are past due. */
export type PortfolioFilter = {
  readonly start?: string | undefined;
  /** A state, `any`, `live` for any class, or `non-performing` for the last three. */
  readonly end?: string | undefined;
  /** A band of `dpdBands`. */
  readonly band?: number | undefined;
  /** More days past due than so many. */
  readonly over?: number | undefined;
  /** Those in a watch period only. */
  readonly periods?: boolean | undefined;
};

const endsOf = (end: string | undefined): readonly string[] | undefined =>
  end === 'live'
    ? tiers
    : end === 'non-performing'
      ? tiers.filter(isNonPerforming)
      : end && end !== 'any'
        ? [end]
        : undefined;

/** Days past due from the first to the second; `over` goes before a band. */
function dpdOf({ band, over }: PortfolioFilter): readonly [number, number | null] | undefined {
  if (over !== undefined) return [over + 1, null];
  const from = band === undefined ? undefined : dpdBands[band];
  if (band === undefined || from === undefined) return undefined;
  const next = dpdBands[band + 1];
  return [from, next === undefined ? null : next - 1];
}

/** A page of the loans behind a figure of the portfolio; none for who reads statistics only. */
export async function listPortfolioLoans(
  actor: Actor,
  period: PeriodAsked,
  filter: PortfolioFilter,
  after: After | null,
  pageSize: number,
) {
  const { start, end, periods } = filter;
  const asked = { ...period, start, periods, ends: endsOf(end), dpd: dpdOf(filter) };
  const rows = readsStatistics(actor)
    ? []
    : await withActor(readerOf(actor), (tx) => findPortfolioLoans(tx, asked, after, pageSize + 1));
  const { shown, next } = cutPage(rows, pageSize);
  return { loans: shown.map(asEntry), next, isFirst: after === null };
}

const asEntry = (row: PortfolioLoanRow) => ({
  id: row.id,
  contractNo: row.contract_no,
  firm: row.firm,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  start: row.start_state,
  end: row.end_state,
  dpd: row.dpd,
  openingFen: row.opening.toString(),
  closingFen: row.closing.toString(),
  disbursedOn: row.disbursed_on,
});

export type PortfolioLoan = ReturnType<typeof asEntry>;
