import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { smallestShown } from '~/domain/kernel/small-numbers.ts';
import { type Actor, asInstitution, type InstitutionPerson, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asListed, monthOf } from '~/server/loan/list-month.ts';
import { readServicingRules } from '~/server/loan/read-rules.ts';
import {
  findOfficeLoans,
  findOfficesFor,
  markOpened,
  type OfficeLoan,
  sumOfficeLoans,
} from '~/server/loan/store-office.ts';

/**
 * An office's copy of the monthly list: loans within its divisions, by name where the firm agreed to it, which is asked at this very read;
 * the others only as one sum. Each firm that is named finds the read in its own log.
 */
export function showOfficeList(actor: Actor, named: string | undefined) {
  const person = asInstitution(actor);
  const today = clock.today();
  const { month, from, through } = monthOf(named, today);
  return withActor(system('loan.office-list'), async (tx) => {
    const listed = await regionsOf(tx, person, 'month-list');
    const rows = listed
      ? await findOfficeLoans(tx, person.institutionId, listed.codes, { from, through })
      : [];
    const sums = listed
      ? await sumOfficeLoans(tx, person.institutionId, listed.codes, { from, through })
      : [];
    const reminded = await maturingFor(tx, person, today);
    await logNamed(tx, person, [...rows, ...reminded.rows], month);
    if (listed) await markOpened(tx, person.institutionId, month, person.userId, clock.now());
    return {
      month,
      through: through as string,
      before: addMonths(from, -1).slice(0, 7),
      after: addMonths(from, 1) <= today ? addMonths(from, 1).slice(0, 7) : null,
      regions: listed?.names ?? [],
      appointed: listed !== null,
      rows: rows.map(asEntry),
      unnamed: unnamedOf(sums.find((sum) => !sum.named)),
      maturing: reminded.appointed ? reminded.rows.map(asEntry) : null,
      remindDays: reminded.days,
    };
  });
}

export type OfficeList = Awaited<ReturnType<typeof showOfficeList>>;

async function regionsOf(tx: Tx, { institutionId }: InstitutionPerson, remit: 'month-list' | 'maturity') {
  const offices = await findOfficesFor(tx, remit, institutionId);
  if (offices.length === 0) return null;
  return { codes: offices.map((o) => o.region_code), names: offices.map((o) => o.region ?? o.region_code) };
}

async function maturingFor(tx: Tx, person: InstitutionPerson, today: Day) {
  const { remindDays: days } = await readServicingRules(tx, today);
  const regions = await regionsOf(tx, person, 'maturity');
  if (!regions) return { appointed: false, days, rows: [] };
  const span = { from: today, through: today };
  const loans = await findOfficeLoans(tx, person.institutionId, regions.codes, span);
  const by = addDays(today, days);
  const rows = loans
    .filter((l) => l.state === 'active' && l.maturity_on >= today && l.maturity_on <= by)
    .sort((a, b) => (a.maturity_on < b.maturity_on ? -1 : 1));
  return { appointed: true, days, rows };
}

/** One line in the log of each firm that the office saw by name. */
async function logNamed(tx: Tx, person: InstitutionPerson, rows: readonly OfficeLoan[], month: string) {
  for (const firm of new Set(rows.map((row) => row.enterprise_id)))
    await appendAudit(tx, person, {
      action: 'loan.named-to-office',
      enterpriseId: firm as EnterpriseId,
      purpose: 'post-loan',
      detail: { month, loans: rows.filter((row) => row.enterprise_id === firm).map((row) => row.id) },
    });
}

/** Too few firms without agreement are not summed up: the sum would point at one (O2). */
function unnamedOf(sum: { loans: number; firms: number; balance_fen: bigint } | undefined) {
  if (!sum || sum.loans === 0) return null;
  const few = sum.firms < smallestShown;
  return { few, loans: few ? null : sum.loans, balanceFen: few ? null : sum.balance_fen.toString() };
}

/** A loan without what its bank alone finds of it. */
const asEntry = (row: OfficeLoan) => ({ ...asListed(row), found: null });
