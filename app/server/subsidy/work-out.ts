import type { Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import { balanceSpans } from '~/domain/loan/balance.ts';
import type { SubsidyScheme } from '~/domain/policy/scheme.ts';
import { roundedUp } from '~/domain/policy/subsidy-points.ts';
import { chooseSchemes } from '~/domain/subsidy/choose-scheme.ts';
import type { Entitlement } from '~/domain/subsidy/entitlement.ts';
import { type Subsidised, settleBorrower } from '~/domain/subsidy/settle-borrower.ts';
import { settledUntil } from '~/domain/subsidy/settled-until.ts';
import type { Stop } from '~/domain/subsidy/subsidised-loan.ts';
import type { Tx } from '~/server/db/client.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { grouped } from '~/server/subsidy/grouped.ts';
import { pointsOf, readSettlementPolicy, termsOf } from '~/server/subsidy/settlement-policy.ts';
import { byLoanAndScheme, sumEntries } from '~/server/subsidy/store-entries.ts';
import {
  dayOf,
  type EligibleRow,
  findDuesOf,
  findEligible,
  findRepaymentsOf,
  findStopsOf,
  pricedOf,
} from '~/server/subsidy/store-loans.ts';

export type WorkedOut = { readonly row: EligibleRow; readonly entitlement: Entitlement };

type Facts = {
  readonly schemes: ReadonlyMap<string, SubsidyScheme>;
  readonly dues: Awaited<ReturnType<typeof findDuesOf>>;
  readonly repayments: Awaited<ReturnType<typeof findRepaymentsOf>>;
  readonly stops: Awaited<ReturnType<typeof findStopsOf>>;
};

const keyOf = (row: Pick<EligibleRow, 'scheme_code' | 'scheme_version'>) =>
  `${row.scheme_code} ${row.scheme_version}`;

/**
 * The entitlements of all loans of some firms by the end of the day before `asOf`: eligibility and amount follow from what
 * is known, nobody applies (免申即享). Caps run over all banks, so only the platform may ask.
 */
export async function workOut(tx: Tx, firms: readonly string[], asOf: Day): Promise<WorkedOut[]> {
  const rows = (await findEligible(tx, firms)).filter((row) => row.drawn_on < asOf);
  const ids = [...new Set(rows.map((row) => row.id))];
  const policy = await readSettlementPolicy(tx, asOf);
  const schemes = await subsidySchemes(tx);
  const facts: Facts = {
    schemes,
    dues: await findDuesOf(tx, ids),
    repayments: await findRepaymentsOf(tx, ids),
    stops: await findStopsOf(tx, ids),
  };
  const before = byLoanAndScheme(await sumEntries(tx, ids), { paid: 1, demanded: -1 });
  const others = otherPoints(rows, schemes, (row) => before.has(`${row.id} ${row.scheme_code}`));
  const worked: WorkedOut[] = [];
  for (const group of groupsOf(rows.filter((row) => others.has(`${row.id} ${row.scheme_code}`)))) {
    const subsidised = group.map((row): Subsidised => {
      const scheme = schemes.get(keyOf(row));
      if (!scheme) throw new Error(`no scheme ${keyOf(row)}`);
      const other = others.get(`${row.id} ${row.scheme_code}`) ?? ppm(0);
      return { loan: loanOf(row, facts, asOf, other), terms: termsOf(scheme, pricedOf(row), policy) };
    });
    const paid = new Map(group.map((row) => [row.id, before.get(`${row.id} ${row.scheme_code}`) ?? []]));
    const made = settleBorrower(subsidised, asOf, paid);
    for (const row of group) {
      const entitlement = made.get(row.id);
      if (entitlement) worked.push({ row, entitlement });
    }
  }
  return worked;
}

async function subsidySchemes(tx: Tx): Promise<Map<string, SubsidyScheme>> {
  const found = (await readSchemes(tx)).filter((scheme) => scheme.kind === 'subsidy');
  return new Map(found.map((scheme) => [`${scheme.code} ${scheme.version}`, scheme]));
}

/** Loans of one borrower under one scheme: what the caps run over. */
const groupsOf = (rows: readonly EligibleRow[]): EligibleRow[][] => [
  ...grouped(rows, (row) => `${row.enterprise_id} ${row.scheme_code}`).values(),
];

/** One loan, one central scheme: for each scheme that pays on a loan the points that others pay before it. */
function otherPoints(
  rows: readonly EligibleRow[],
  schemes: ReadonlyMap<string, SubsidyScheme>,
  pays: (row: EligibleRow) => boolean,
): Map<string, Ppm> {
  const points = new Map<string, Ppm>();
  for (const group of grouped(rows, (row) => row.id).values()) {
    const candidates = group.flatMap((row) => {
      const body = schemes.get(keyOf(row))?.body;
      return body
        ? [
            {
              code: row.scheme_code,
              level: body.level,
              points: roundedUp(pointsOf(body, pricedOf(row))),
              row,
            },
          ]
        : [];
    });
    const paying = candidates.find((each) => each.level === 'central' && pays(each.row));
    for (const { scheme, otherPoints: other } of chooseSchemes(candidates, paying?.code ?? null))
      points.set(`${scheme.row.id} ${scheme.code}`, other);
  }
  return points;
}

function loanOf(row: EligibleRow, facts: Facts, asOf: Day, otherPointsPaid: Ppm) {
  const drawnOn = dayOf(row.drawn_on);
  const repayments = facts.repayments.get(row.id) ?? [];
  const drawn = [{ drawnOn, amount: fen(row.principal_fen) }];
  const paidOff = row.settled_on === null ? null : dayOf(row.settled_on);
  const settled = settledUntil(asOf, drawnOn, facts.dues.get(row.id) ?? [], repayments, paidOff);
  const refused: Stop[] = row.refused_on
    ? [{ on: dayOf(row.refused_on), cause: 'refused', scope: 'from-day' }]
    : [];
  return {
    id: row.id,
    rate: ppm(row.rate_ppm),
    dayCount: row.day_count,
    drawnOn,
    moneySince: drawnOn,
    maturityOn: dayOf(row.maturity_on),
    extendedTo: null,
    balances: balanceSpans(drawn, repayments),
    eligiblePart: ppm(row.eligible_ppm),
    settledUntil: settled.until,
    interestPaid: settled.interestPaid,
    otherPoints: otherPointsPaid,
    stops: [...(facts.stops.get(row.id) ?? []), ...refused],
  };
}
