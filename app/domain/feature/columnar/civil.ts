/** A date in numbers; `month` from 0. */
export type Civil = { readonly year: number; readonly month: number; readonly day: number };

const epochDays = Date.UTC(2000, 0, 1) / 86_400_000;

/** The date of a day number (days since 2000-01-01). */
export function civilOf(n: number): Civil {
  const date = new Date((n + epochDays) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

export const numberOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month, day) / 86_400_000 - epochDays;

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
