/** What an office gets: the list of each month, or reminders thirty days before a loan matures (domain.md row F8). */
export const remits = ['month-list', 'maturity'] as const;
export type Remit = (typeof remits)[number];

/** The digits of a division's code that all divisions within it begin with: 640000 → 64, 640100 → 6401. */
export const regionPrefix = (code: string): string => code.replace(/(00)+$/, '');

/** Whether a firm's division is the office's or lies within it; a firm without one is nowhere. */
export const coversRegion = (officeRegion: string, firmRegion: string | null): boolean =>
  firmRegion?.startsWith(regionPrefix(officeRegion)) ?? false;
