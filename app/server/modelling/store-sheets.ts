import type { Day } from '~/domain/kernel/day.ts';
import type { FirmFeatures } from '~/domain/modelling/firm-card.ts';
import type { Card } from '~/domain/score/card.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import type { Tx } from '~/server/db/client.ts';
import { loansBefore } from '~/server/modelling/store-own.ts';
import { readValues } from '~/server/score/sheet-row.ts';

export type PublicSheet = {
  readonly enterpriseId: string;
  readonly sheetId: string;
  readonly cardVersion: string;
  readonly milliPoints: number | null;
  readonly grade: string;
  readonly values: readonly (number | null)[];
  readonly region: string | null;
  readonly kind: string;
  readonly section: string | null;
};

type Row = {
  enterprise_id: string;
  id: string;
  card_version: string;
  milli_points: number | null;
  grade: string;
  features: (bigint | number)[];
  missing: Uint8Array;
  region: string | null;
  kind: string;
  section: string | null;
};

const sheetOf = (row: Row): PublicSheet => ({
  enterpriseId: row.enterprise_id,
  sheetId: row.id,
  cardVersion: row.card_version,
  milliPoints: row.milli_points,
  grade: row.grade,
  values: readValues(row.features.map(BigInt), row.missing),
  region: row.region,
  kind: row.kind,
  section: row.section,
});

export const sheetPage = 2_000;

/** The last public sheet of each scored firm before an instant, firm after firm behind `after`. */
export async function publicSheets(tx: Tx, before: Date, after: string | null): Promise<PublicSheet[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select e.id as enterprise_id, s.id, s.card_version, s.milli_points, s.grade, s.features, s.missing,
           left(e.region_code, 4) as region, e.kind, i.section
    from (select * from enterprise e
          where e.status not in ('cancelled', 'moved-out') and (${after}::uuid is null or e.id > ${after}::uuid)
          order by e.id limit ${sheetPage}) e
    left join industry i on i.code = e.industry_code and i.version = e.industry_version
    join lateral (
      select * from score_sheet s where s.enterprise_id = e.id and s.scope = 'public' and s.created_at < ${before}
      order by s.created_at desc, s.id desc limit 1) s on true
    order by e.id`;
  return rows.map(sheetOf);
}

/** Walks all of them. Pages hold firms, so a page may hold fewer sheets than firms: `nextFirm` tells where to go on. */
export async function nextFirms(tx: Tx, after: string | null): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from enterprise e
    where e.status not in ('cancelled', 'moved-out') and (${after}::uuid is null or e.id > ${after}::uuid)
    order by e.id limit ${sheetPage}`;
  return rows.length === sheetPage ? (rows.at(-1)?.id ?? null) : null;
}

/** The known features of a sheet by code. */
export function featuresOf(card: Card, values: readonly (number | null)[]): FirmFeatures {
  const features = new Map<string, number>();
  cardFeatures(card).forEach((code, at) => {
    const value = values[at];
    if (value !== null && value !== undefined) features.set(code, value);
  });
  return features;
}

/**
 * Loans granted before a day with what became of them, each with the last public sheet that its firm had on that day:
 * the score that a bank could have seen. Loans without such a sheet tell nothing about a card and are left out, and so
 * are renewals, which stand for money that was granted before.
 */
export async function judgedLoans(tx: Tx, before: Day) {
  const loans = new Map(
    (await loansBefore(tx, before)).filter((loan) => !loan.isRenewal).map((loan) => [loan.id, loan]),
  );
  const rows = await tx.$queryRaw<(Row & { loan: string })[]>`
    select l.id as loan, s.enterprise_id, s.id, s.card_version, s.milli_points, s.grade, s.features, s.missing,
           null as region, '' as kind, null as section
    from loan l
    join lateral (
      select * from score_sheet s where s.enterprise_id = l.enterprise_id and s.scope = 'public'
        and s.as_of <= l.disbursed_on order by s.created_at desc, s.id desc limit 1) s on true
    where l.disbursed_on < ${before}::date and l.renews_loan_id is null`;
  return rows.flatMap((row) => {
    const loan = loans.get(row.loan);
    return loan ? [{ sheet: sheetOf(row), history: loan.history }] : [];
  });
}
