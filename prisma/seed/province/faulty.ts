import type { DeliveryRow } from '#prisma/seed/deliver.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import cases from './faulty.json' with { type: 'json' };
import type { ProvinceFirm } from './firms.ts';

/** Rows as sources really send them now and then: they come to rest in quarantine, for the operator to mend and replay. */
export function faultyRows(firms: readonly ProvinceFirm[], base: Day, item: string): DeliveryRow[] {
  const dates: Readonly<Record<string, string>> = {
    $month: addDays(base, -40).slice(0, 7),
    $ahead: addDays(base, 20),
  };
  return cases
    .filter((each) => each.item === item)
    .map(({ item: _, firm, date, ...cells }) => ({
      ...cells,
      uscc: typeof firm === 'number' ? (firms[(firm * 37) % firms.length]?.uscc ?? '') : firm,
      date: dates[date] ?? date,
    }));
}
