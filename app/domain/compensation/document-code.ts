/** Documents that a bank can name as proof; the platform's own records are no part of it. */
export const documentCodes = [
  'collection-record',
  'loss-determination',
  'court-filing',
  'disaster-or-illness-proof',
  'evasion-determination',
  'township-recommendation',
  'share-agreement',
] as const;
export type DocumentCode = (typeof documentCodes)[number];
