import { partOfUse } from '~/domain/enterprise/part-of-use.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { wan } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { moneyOf } from '~/domain/loan/money-identity.ts';
import { plannedBalances, termOf } from '~/domain/loan/planned-balance.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import { type Holder, type PartCounted, shareCap, usesSeenBy } from '~/domain/policy/cap-room.ts';
import type { Counted } from '~/domain/policy/counted-balance.ts';
import { maturityKept, subsidyUntil } from '~/domain/policy/subsidy.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { chainsOf, familyOf } from '~/server/loan/read-money.ts';
import { readOrigins } from '~/server/loan/read-origins.ts';
import { readStandings } from '~/server/loan/read-standing.ts';
import { findLoansOf, findUses, type UseRow } from '~/server/loan/store-money.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';
import { readExtendedMonths } from '~/server/policy/read-extended-months.ts';

/**
 * How the principal caps of the subsidies are used day by day by the loans drawn before this one, at all banks and over
 * firms that were absorbed or divided: what is out, not what was once lent. A loan that was paid back, or whose money went on
 * under another contract, uses nothing from that day; what is still out is counted as its schedule repays it.
 */
export async function readCapUse(tx: Tx, loan: Loan): Promise<Record<string, Counted[]>> {
  const { edges, firms } = await familyOf(tx, loan.enterpriseId as EnterpriseId);
  const drawnOn = dayOfDate(loan.disbursedOn);
  const uses = await findUses(tx, firms, { drawnOn, id: loan.id });
  if (uses.length === 0) return {};
  const loans = await findLoansOf(tx, firms);
  const holderOf = await holders(tx, loans, uses);
  const firmOf = new Map(loans.map((each) => [each.id, each.enterpriseId as EnterpriseId]));
  const startOf = new Map(loans.map((each) => [each.id, dayOfDate(each.disbursedOn)]));
  const part: PartCounted = (user, against) => {
    const [firm, target] = [firmOf.get(user), firmOf.get(against)];
    const [since, on] = [startOf.get(user), startOf.get(against)];
    if (!firm || !target || !since || !on) throw new Error(`no loan ${user} or ${against}`);
    return partOfUse(edges, { firm, since }, target, on);
  };
  const used: Record<string, Counted[]> = {};
  for (const code of new Set(uses.map((use) => use.code))) {
    const before = uses.filter((use) => use.code === code).map(holderOf);
    used[code] = usesSeenBy(loan.id, before, shareCap(before, part), part);
  }
  return used;
}

async function holders(
  tx: Tx,
  loans: readonly Loan[],
  uses: readonly UseRow[],
): Promise<(use: UseRow) => Holder> {
  const today = clock.today();
  const chains = chainsOf(loans, await readOrigins(tx, loans));
  const extendedMonths = await readExtendedMonths(tx, today);
  const used = new Set(uses.map(({ id }) => id));
  const standings = await readStandings(
    tx,
    loans.filter(({ id }) => used.has(id)),
  );
  return (use) => {
    const [standing, chained] = [standings.get(use.id), chains.find(({ id }) => id === use.id)];
    if (!standing || !chained) throw new Error(`no log of loan ${use.id}`);
    const replay = replayLoan(standing.contract, standing.events, today);
    const { since } = moneyOf(chained, chains);
    const maturityOn = maturityKept({ ...termOf(standing.contract, replay.events), since, extendedMonths });
    return {
      id: use.id,
      drawnOn: chained.drawnOn,
      until: subsidyUntil(use, since, maturityOn),
      balances: plannedBalances(replay),
      eligiblePart: ppm(use.eligiblePpm),
      cap: use.capWan === null ? null : wan(use.capWan),
    };
  };
}
