import { familiesOf, partOfUse } from '~/domain/enterprise/part-of-use.ts';
import type { Succession } from '~/domain/enterprise/succession.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { grouped } from '~/domain/kernel/group.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type { Repayment } from '~/domain/loan/balance.ts';
import { type Money, moneyOf } from '~/domain/loan/money-identity.ts';
import { termOf } from '~/domain/loan/planned-balance.ts';
import { type LoanReplay, replayLoan } from '~/domain/loan/replay.ts';
import type { PartCounted } from '~/domain/policy/cap-room.ts';
import type { SubsidyScheme } from '~/domain/policy/scheme.ts';
import { roundedUp } from '~/domain/policy/subsidy-points.ts';
import { interestByContract, interestOf } from '~/domain/subsidy/carried-interest.ts';
import { chooseSchemes } from '~/domain/subsidy/choose-scheme.ts';
import type { Entitlement } from '~/domain/subsidy/entitlement.ts';
import { type Subsidised, settleBorrower } from '~/domain/subsidy/settle-borrower.ts';
import { settledUntil } from '~/domain/subsidy/settled-until.ts';
import type { Stop, SubsidisedLoan } from '~/domain/subsidy/subsidised-loan.ts';
import type { Tx } from '~/server/db/client.ts';
import { standingAround } from '~/server/enterprise/store-succession.ts';
import { chainsOf } from '~/server/loan/read-money.ts';
import { type Origin, readOrigins } from '~/server/loan/read-origins.ts';
import { readStandings } from '~/server/loan/read-standing.ts';
import { findLoansOf } from '~/server/loan/store-money.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { pointsOf, readSettlementPolicy, termsOf } from '~/server/subsidy/settlement-policy.ts';
import { byLoanAndScheme, sumEntries } from '~/server/subsidy/store-entries.ts';
import {
  dayOf,
  type EligibleRow,
  findEligible,
  findStopsOf,
  pricedOf,
} from '~/server/subsidy/store-loans.ts';

export type WorkedOut = { readonly row: EligibleRow; readonly entitlement: Entitlement };

type Facts = {
  readonly schemes: ReadonlyMap<string, SubsidyScheme>;
  /** Each loan worked out from its log at the end of the day before. */
  readonly replays: ReadonlyMap<string, LoanReplay>;
  /** Payments of each with the interest of its own days, wherever it was paid. */
  readonly payments: ReadonlyMap<string, readonly Repayment[]>;
  readonly money: ReadonlyMap<string, Money>;
  /** Where the money of each was before, and what is paid on it elsewhere. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly terms: ReadonlyMap<string, number>;
  readonly stops: Awaited<ReturnType<typeof findStopsOf>>;
};

const keyOf = (row: Pick<EligibleRow, 'scheme_code' | 'scheme_version'>) =>
  `${row.scheme_code} ${row.scheme_version}`;

/**
 * The entitlements of all loans of some firms by the end of the day before `asOf`: eligibility and amount follow from what
 * is known, nobody applies (免申即享). Caps run over all banks and over firms that were absorbed or divided (edge case 8),
 * so only the platform may ask.
 */
export async function workOut(tx: Tx, wanted: readonly string[], asOf: Day): Promise<WorkedOut[]> {
  const edges = await standingAround(tx, wanted as EnterpriseId[]);
  const firms = [...new Set([...wanted, ...edges.flatMap(({ from, to }) => [from, to])])];
  const rows = (await findEligible(tx, firms)).filter((row) => row.drawn_on < asOf);
  const ids = [...new Set(rows.map((row) => row.id))];
  const policy = await readSettlementPolicy(tx, asOf);
  const schemes = await subsidySchemes(tx);
  const facts: Facts = {
    schemes,
    ...(await readLoans(tx, firms, ids, asOf)),
    stops: await findStopsOf(tx, ids),
  };
  const before = byLoanAndScheme(await sumEntries(tx, ids), { paid: 1, demanded: -1 });
  const others = otherPoints(
    rows,
    facts,
    (row) => row.outcome === 'eligible' && before.has(`${row.id} ${row.scheme_code}`),
  );
  const worked: WorkedOut[] = [];
  const counted = rows.filter((row) => others.has(`${row.id} ${row.scheme_code}`));
  for (const group of groupsOf(counted, familiesOf(edges))) {
    const subsidised = group.map((row): Subsidised => {
      const scheme = schemes.get(keyOf(row));
      if (!scheme) throw new Error(`no scheme ${keyOf(row)}`);
      const other = others.get(`${row.id} ${row.scheme_code}`) ?? ppm(0);
      return { loan: loanOf(row, facts, asOf, other), terms: termsOf(scheme, pricedOf(row), policy) };
    });
    const paid = new Map(group.map((row) => [row.id, before.get(`${row.id} ${row.scheme_code}`) ?? []]));
    const made = settleBorrower(subsidised, asOf, paid, partsIn(group, edges));
    for (const row of group) {
      const entitlement = made.get(row.id);
      if (entitlement && wanted.includes(row.enterprise_id)) worked.push({ row, entitlement });
    }
  }
  return worked;
}

async function subsidySchemes(tx: Tx): Promise<Map<string, SubsidyScheme>> {
  const found = (await readSchemes(tx)).filter((scheme) => scheme.kind === 'subsidy');
  return new Map(found.map((scheme) => [`${scheme.code} ${scheme.version}`, scheme]));
}

/** Loans of one borrower and of those that it succeeds under one scheme: what the caps run over. */
const groupsOf = (
  rows: readonly EligibleRow[],
  family: (firm: EnterpriseId) => EnterpriseId,
): EligibleRow[][] => [
  ...grouped(rows, (row) => `${family(row.enterprise_id as EnterpriseId)} ${row.scheme_code}`).values(),
];

/** What of one loan's use of the caps counts against another, drawn later by the same firm or by a successor. */
function partsIn(group: readonly EligibleRow[], edges: readonly Succession[]): PartCounted {
  const byId = new Map(group.map((row) => [row.id, row]));
  return (user, against) => {
    const [by, of] = [byId.get(user), byId.get(against)];
    if (!by || !of) return ppm(0);
    const use = { firm: by.enterprise_id as EnterpriseId, since: dayOf(by.drawn_on) };
    return partOfUse(edges, use, of.enterprise_id as EnterpriseId, dayOf(of.drawn_on));
  };
}

/** Logs of the loans replayed, and the money behind each. */
async function readLoans(tx: Tx, firms: readonly string[], ids: readonly string[], asOf: Day) {
  const loans = await findLoansOf(tx, firms);
  const standings = await readStandings(
    tx,
    loans.filter(({ id, renewsLoanId }) => ids.includes(id) || ids.includes(renewsLoanId ?? '')),
  );
  const eve = addDays(asOf, -1);
  const replays = new Map([...standings].map(([id, of]) => [id, replayLoan(of.contract, of.events, eve)]));
  const origins = await readOrigins(tx, loans);
  const chains = chainsOf(loans, origins);
  return {
    origins,
    replays,
    payments: interestByContract(
      [...replays].map(([id, { payments, leftDue }]) => ({
        ...{ id, payments, leftDue: interestOf(leftDue) },
        next: loans.find(({ renewsLoanId }) => renewsLoanId === id)?.id ?? null,
      })),
    ),
    money: new Map(chains.map((chained) => [chained.id, moneyOf(chained, chains)])),
    terms: new Map(loans.map((loan) => [loan.id, loan.termMonths])),
  };
}

/**
 * One money, one central scheme, under whatever contract: for each scheme that pays on a loan the points that others pay
 * before it.
 */
function otherPoints(
  rows: readonly EligibleRow[],
  { schemes, money, origins }: Facts,
  pays: (row: EligibleRow) => boolean,
): Map<string, Ppm> {
  const points = new Map<string, Ppm>();
  const isCentral = (row: EligibleRow) => schemes.get(keyOf(row))?.body.level === 'central';
  const rootOf = (row: EligibleRow) => money.get(row.id)?.rootId ?? row.id;
  const paying = new Map(
    rows.filter((row) => isCentral(row) && pays(row)).map((row) => [rootOf(row), row.scheme_code]),
  );
  const centralOf = (row: EligibleRow) =>
    paying.get(rootOf(row)) ?? origins.get(rootOf(row))?.takes?.code ?? null;
  for (const group of grouped(rows, (row) => row.id).values()) {
    for (const row of group)
      if (row.outcome !== 'eligible') points.set(`${row.id} ${row.scheme_code}`, ppm(0));
    const candidates = group.flatMap((row) => {
      const body = schemes.get(keyOf(row))?.body;
      if (!body || row.outcome !== 'eligible') return [];
      const asked = roundedUp(pointsOf(body, pricedOf(row)));
      return [{ code: row.scheme_code, level: body.level, points: asked, row }];
    });
    const [first] = group;
    if (!first) continue;
    const elsewhere = ppm(origins.get(first.id)?.localPpm ?? 0);
    for (const { scheme, otherPoints: other } of chooseSchemes(candidates, centralOf(first), elsewhere))
      points.set(`${scheme.row.id} ${scheme.code}`, other);
  }
  return points;
}

function loanOf(row: EligibleRow, facts: Facts, asOf: Day, otherPointsPaid: Ppm): SubsidisedLoan {
  const replay = facts.replays.get(row.id);
  if (!replay) throw new Error(`no log of loan ${row.id}`);
  const drawnOn = dayOf(row.drawn_on);
  const paidOff = replay.state === 'settled' ? replay.endedOn : null;
  const dues = [...replay.schedule, ...replay.leftDue]
    .filter(({ kind }) => kind !== 'carried')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const payments = facts.payments.get(row.id) ?? replay.payments;
  const settled = settledUntil(asOf, drawnOn, dues, payments, paidOff);
  const refused: Stop[] = row.refused_on
    ? [{ on: dayOf(row.refused_on), cause: 'refused', scope: 'from-day' }]
    : [];
  const termMonths = facts.terms.get(row.id) ?? 0;
  return {
    id: row.id,
    rate: ppm(row.rate_ppm),
    laterRates: replay.events.flatMap((event) =>
      event.kind === 'rate-change' || event.kind === 'restructuring'
        ? [{ from: event.on, rate: event.rate }]
        : [],
    ),
    dayCount: row.day_count,
    drawnOn,
    moneySince: facts.money.get(row.id)?.since ?? drawnOn,
    ...termOf({ startOn: drawnOn, termMonths }, replay.events),
    // Assessed anew and found outside the scheme, nothing of it counts: what was paid is taken back.
    balances: row.outcome === 'eligible' ? replay.balances : [],
    eligiblePart: ppm(row.eligible_ppm),
    settledUntil: settled.until,
    interestPaid: settled.interestPaid,
    otherPoints: otherPointsPaid,
    stops: [...(facts.stops.get(row.id) ?? []), ...refused],
  };
}
