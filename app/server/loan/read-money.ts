import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { type Chained, moneyOf } from '~/domain/loan/money-identity.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { standingAround } from '~/server/enterprise/store-succession.ts';
import { type Origin, readOrigins } from '~/server/loan/read-origins.ts';
import { findLoansOf, findTaken } from '~/server/loan/store-money.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

/** A firm with all that it succeeds or that took a part of it: caps and money run through the whole family. */
export async function familyOf(tx: Tx, firm: EnterpriseId) {
  const edges = await standingAround(tx, [firm]);
  return { edges, firms: [...new Set([firm, ...edges.flatMap(({ from, to }) => [from, to])])] };
}

/** The contracts of some loans as links of the chains that their money runs through. */
export const chainsOf = (loans: readonly Loan[], origins: ReadonlyMap<string, Origin>): Chained[] =>
  loans.map((loan) => ({
    id: loan.id,
    drawnOn: dayOfDate(loan.disbursedOn),
    renews: origins.get(loan.id)?.renews ?? null,
    statedSince: origins.get(loan.id)?.since ?? null,
  }));

/** Where the money of a loan was before, the subsidies that it takes already, and what is paid on it elsewhere. */
export async function readMoney(
  tx: Tx,
  loan: Loan,
): Promise<Pick<LoanFacts, 'money' | 'centralSubsidies' | 'localSubsidy'>> {
  const { firms } = await familyOf(tx, loan.enterpriseId as EnterpriseId);
  const loans = await findLoansOf(tx, firms);
  const origins = await readOrigins(tx, loans);
  const chains = chainsOf(loans, origins);
  const own = chains.find(({ id }) => id === loan.id);
  if (!own) throw new Error(`loan ${loan.id} is not among its firm's`);
  const { rootId, since, through } = moneyOf(own, chains);
  const localSubsidy = ppm(origins.get(loan.id)?.localPpm ?? 0);
  const elsewhere = origins.get(rootId)?.takes ?? null;
  if (through.length === 0 && since === own.drawnOn && elsewhere === null)
    return { centralSubsidies: [], localSubsidy };
  const found = (await findTaken(tx, firms, through)).filter(({ code }) => code !== elsewhere?.code);
  const taken = [...found, ...(elsewhere ? [{ ...elsewhere, level: 'central' as const }] : [])];
  const root = loans.find(({ id }) => id === rootId) ?? loan;
  return {
    localSubsidy,
    centralSubsidies: taken.filter(({ level }) => level === 'central').map(({ code }) => code),
    money: {
      since,
      purpose: root.purpose,
      takes: taken.map(({ code, version }) => ({ code, version })),
    },
  };
}
