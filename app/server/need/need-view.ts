import type { Need } from '~/domain/need/need.ts';

/** A need as a page reads it: fen as digits, the instant as ISO text. */
export const needView = ({ enterpriseId: _, ...need }: Need) => ({
  ...need,
  amountFen: String(need.amountFen),
  createdAt: need.createdAt.toISOString(),
});
