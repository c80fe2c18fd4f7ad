import { tiers } from '~/domain/loan/five-tier.ts';
import { dpdBands } from '~/domain/loan/quality.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type PeriodAsked, readerOf, readsStatistics } from '~/server/overview/portfolio/reader.ts';
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
};

const endsOf = (end: string | undefined): readonly string[] | undefined =>
  end === 'live'
    ? tiers
    : end === 'non-performing'
      ? tiers.slice(2)
      : end && end !== 'any'
        ? [end]
        : undefined;

/** A page of the loans behind a figure of the portfolio; none for who reads statistics only. */
export async function listPortfolioLoans(
  actor: Actor,
  period: PeriodAsked,
  filter: PortfolioFilter,
  page: number,
  pageSize: number,
) {
  const from = filter.over === undefined ? dpdBands[filter.band ?? -1] : filter.over + 1;
  const next = dpdBands[(filter.band ?? -1) + 1];
  const asked = {
    ...{ ...period, start: filter.start, ends: endsOf(filter.end) },
    ...(from !== undefined && { dpd: [from, next === undefined ? null : next - 1] as const }),
  };
  const rows = readsStatistics(actor)
    ? []
    : await withActor(readerOf(actor), (tx) => findPortfolioLoans(tx, asked, pageSize + 1, page * pageSize));
  return { loans: rows.slice(0, pageSize).map(asEntry), page, more: rows.length > pageSize };
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
