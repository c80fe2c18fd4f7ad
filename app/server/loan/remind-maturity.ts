import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { coversRegion } from '~/domain/loan/office.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { findPlatform } from '~/server/institution/store-names.ts';
import { readServicingRules } from '~/server/loan/read-rules.ts';
import { findAgreed, findOfficesFor, type OfficeRow } from '~/server/loan/store-office.ts';
import { findMaturing, keepReminder, type Maturing } from '~/server/loan/store-reminders.ts';
import { notify } from '~/server/platform/notify.ts';

/**
 * Tells firm, bank, platform and the local stations of loans that mature within thirty days (domain.md row F8), once for each maturity;
 * a day on which nothing ran is made up for on the next. A station is told of firms in its division that agreed to it.
 */
export async function remindMaturity(tx: Tx, today: Day): Promise<number> {
  const { remindDays } = await readServicingRules(tx, today);
  const maturing = await findMaturing(tx, today, addDays(today, remindDays));
  if (maturing.length === 0) return 0;
  const platform = await findPlatform(tx);
  const stations = await findOfficesFor(tx, 'maturity');
  for (const loan of maturing) {
    const own = await stationsOf(tx, loan, stations);
    await tellOf(tx, loan, platform, own);
    await keepReminder(tx, loan, clock.now());
  }
  return maturing.length;
}

async function tellOf(tx: Tx, loan: Maturing, platform: readonly string[], stations: readonly string[]) {
  const params = { contractNo: loan.contract_no, on: dayOfDate(loan.maturity_on) };
  const about = { kind: 'loan.maturing', params };
  const tell = (id: string, href: string) =>
    notify(tx, { ...about, to: { institutionId: id as InstitutionId }, href });
  const firm = { enterpriseId: loan.enterprise_id as EnterpriseId };
  await notify(tx, { ...about, to: firm, href: `/my/loans/${loan.id}` });
  await tell(loan.institution_id, `/bank/loans/${loan.id}`);
  for (const id of platform) await tell(id, `/operator/funded/${loan.id}`);
  for (const id of stations) await tell(id, '/regulator/month#maturing');
}

/** The stations of the firm's division to which it agreed. */
async function stationsOf(tx: Tx, loan: Maturing, stations: readonly OfficeRow[]): Promise<string[]> {
  if (stations.length === 0) return [];
  const firm = await findAgreed(tx, loan.enterprise_id);
  const near = stations.filter((station) => coversRegion(station.region_code, firm.region_code));
  return [...new Set(near.map((station) => station.office_id))].filter((id) => firm.agreed.includes(id));
}
