import { type DeliveryRow, deliver, deliverRegister, type RegisterRow } from '#prisma/seed/deliver.ts';
import { seedId } from '#prisma/seed/seed-id.ts';
import { addDays, type Day, dayAt, startOf, yearOf } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { CheckWorld } from '~/server/record/read-check-context.ts';
import { findBatchHead } from '~/server/record/store-received.ts';
import { makeEvents } from './province/events.ts';
import { faultyRows } from './province/faulty.ts';
import { makeFirms, type ProvinceFirm } from './province/firms.ts';
import { makeRelations } from './province/relations.ts';
import { makeReports } from './province/reports.ts';
import { collectedSince, deliveryDays, rowsDue } from './province/schedule.ts';
import { makeSeries } from './province/series.ts';
import type { Supply } from './province/supply.ts';

/** How many firms the demo province has beside the named ones of the scenarios. */
export const provinceFirms = 2_000;

/** One delivery of one item: when it comes in (minute of the day in Asia/Shanghai), and the way to hand it in. */
export type ProvinceDelivery = {
  readonly on: Day;
  readonly minute: number;
  readonly fileName: string;
  handIn(): Promise<void>;
};

/** The firms that have no story of their own, as of a day. */
export const provinceFirmsOf = (base: Day): ProvinceFirm[] => makeFirms(provinceFirms, base);

/**
 * The records of the demo province as its providers hand them in over the last months, through ordinary ingestion:
 * repeated rows, corrections, faulty rows and all. What was handed in already is not taken in again.
 */
export function planProvince(
  firms: readonly ProvinceFirm[],
  base: Day,
  world: CheckWorld,
): ProvinceDelivery[] {
  const periodOf = (item: string) => world.catalogue.get(item)?.period ?? 'event';
  return planDeliveries(firms, base, periodOf).map(({ item, on, fileName, rows }) => {
    const minute = 9 * 60 + ((item.length * 37) % 480); // each item at an hour of its own, between nine and five
    const receivedAt = new Date(startOf(on).getTime() + minute * 60_000);
    const options = { receivedAt, fileName, announced: false };
    const handIn = () =>
      item === register
        ? deliverRegister(world, rows as RegisterRow[], options)
        : deliver(world, item, rows as DeliveryRow[], options);
    return { on, minute, fileName, handIn };
  });
}

const register = 'registration.profile';
const registerFile = 'province-registration.profile-1.csv';

/** The day that all dates are relative to: the first start's, also at a start that has to finish an earlier one. */
export async function firstDay(): Promise<Day> {
  const first = await withActor(system('seed.province'), (tx) =>
    findBatchHead(tx, seedId('batch', registerFile)),
  );
  return first ? addDays(dayAt(first.receivedAt), collectedSince) : clock.today();
}

type Planned = {
  readonly item: string;
  readonly on: Day;
  readonly fileName: string;
  readonly rows: readonly object[];
};

/** All deliveries in the order of their days; the register of firms comes before what others say of them. */
function planDeliveries(
  firms: readonly ProvinceFirm[],
  base: Day,
  periodOf: (item: string) => string,
): Planned[] {
  const supplies = [
    ...makeReports(firms, base),
    ...makeSeries(firms, base),
    ...makeEvents(firms, base),
    ...makeRelations(firms, base),
  ];
  const others = supplies.flatMap((supply) =>
    plan(supply, periodOf(supply.item), base, faultyRows(firms, base, supply.item)),
  );
  return [...planRegister(firms, base), ...others.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))];
}

function plan({ item, rows }: Supply, period: string, base: Day, faulty: readonly object[]): Planned[] {
  const days = deliveryDays(item, period, base);
  return days.map((on, i) => ({
    item,
    on,
    fileName: `province-${item}-${i + 1}.csv`,
    rows: [...rowsDue(rows, days[i - 1] ?? null, on), ...(i === days.length - 1 ? faulty : [])],
  }));
}

/** The register delivers all firms first, and those that changed since a few days ago. */
function planRegister(firms: readonly ProvinceFirm[], base: Day): Planned[] {
  const first = addDays(base, -collectedSince);
  const rows = firms.map((firm) => registerRow(firm, 'active'));
  const changed = firms
    .filter(({ status }) => status !== 'active')
    .map((firm) => registerRow(firm, firm.status));
  return [
    { item: register, on: first, fileName: registerFile, rows },
    { item: register, on: addDays(base, -4), fileName: 'province-registration.profile-2.csv', rows: changed },
  ];
}

const registerRow = (firm: ProvinceFirm, status: RegisterRow['status']): RegisterRow => ({
  uscc: firm.uscc,
  name: firm.name,
  region: firm.region,
  industry: firm.industry,
  establishedOn: firm.establishedOn,
  capitalWan: String(capitalOf(firm)),
  status,
});

/** Registered capital in 万元: round sums, larger for larger and older firms. */
function capitalOf(firm: ProvinceFirm): number {
  if (firm.kind === 'sole-trader') return [3, 5, 10, 20][firm.no % 4] ?? 5;
  const steps = [50, 100, 200, 300, 500, 1000, 2000, 5000];
  const older = yearOf(firm.establishedOn) < 2014 ? 0 : 1;
  return steps[Math.min(steps.length - 1, Math.floor(Math.log2(firm.employees + 1)) + older)] ?? 100;
}
