import type { DeclarationState } from '~/domain/declaration/declaration.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { DeclarationRow } from '~/server/declaration/store.ts';

/** A declaration as a page shows it; amounts in fen as text. */
export const declarationView = (row: DeclarationRow) => ({
  id: row.id,
  year: row.figuresYear,
  employees: row.employees,
  revenue: row.revenueFen?.toString() ?? null,
  assets: row.assetsFen?.toString() ?? null,
  orders: row.ordersFen?.toString() ?? null,
  promise: row.promiseVersion,
  hash: row.hash,
  signer: row.signerName,
  signedAt: row.signedAt.toISOString(),
  state: row.state as DeclarationState,
  isStanding: row.state === 'in-force' || row.state === 'doubted',
  endedAt: row.endedAt?.toISOString() ?? null,
  doubt: row.doubtReason,
  answerDue: row.answerDue && dayOfDate(row.answerDue),
  answer: row.answer,
  decision: row.decision,
});

export type DeclarationShown = ReturnType<typeof declarationView>;
