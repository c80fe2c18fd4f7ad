/** Why a record changed, so that what was made from it is restated (domain.md row D7). */
export const restatementCauses = [
  'objection',
  'correction',
  'revocation',
  'repair',
  'shield',
  'shield-failed',
  'erasure',
  'person-withdrawal',
] as const;
export type RestatementCause = (typeof restatementCauses)[number];
