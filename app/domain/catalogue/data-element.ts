/** Elements of data (数据元) that a form may ask a firm for, or a catalogue item may supply instead. */
export const dataElements = [
  'firm.name',
  'firm.region',
  'firm.industry',
  'firm.established-on',
  'firm.capital',
  'firm.status',
  'firm.staff',
  'firm.revenue',
  'firm.assets',
  'firm.tax-paid',
] as const;
export type DataElement = (typeof dataElements)[number];
