import type { Refusal } from '~/domain/kernel/result.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findingsOfFile } from '~/server/loan/penalty-findings.ts';
import { findFile, findFiles, findRejects } from '~/server/loan/store-payment-file.ts';

const pageSize = 20;
const rejectsPage = 50;
const findingsMost = 500;

type FileRow = NonNullable<Awaited<ReturnType<typeof findFile>>>;

const asEntry = (row: FileRow) => ({
  id: row.id,
  name: row.name,
  uploadedAt: row.uploadedAt.toISOString(),
  read: row.rowsRead,
  booked: row.rowsBooked,
  known: row.rowsKnown,
  rejected: row.rowsRejected,
});

/** A page of the bank's uploaded files of payments, the latest first. */
export async function listPaymentFiles(actor: Actor, page: number) {
  const rows = await withActor(actor, (tx) => findFiles(tx, pageSize + 1, page * pageSize));
  return { files: rows.slice(0, pageSize).map(asEntry), page, more: rows.length > pageSize };
}

/** One file: what became of its rows, and a page of those that were rejected. */
export function showPaymentFile(
  actor: Actor,
  id: string,
  page: number,
  most = rejectsPage,
): Promise<Result<PaymentFileShown, { readonly code: 'loan.file-not-found' }>> {
  return withActor(actor, async (tx) => {
    const file = await findFile(tx, id);
    if (!file) return refuse({ code: 'loan.file-not-found' });
    const findings = await findingsOfFile(tx, id, findingsMost);
    const rejects = await findRejects(tx, id, most + 1, page * most);
    return accept({
      ...asEntry(file),
      findings,
      page,
      more: rejects.length > most,
      rejects: rejects.slice(0, most).map((r) => ({
        rowNo: r.rowNo,
        column: r.columnName,
        refusal: r.refusal as unknown as Refusal,
        cells: r.cells,
      })),
    });
  });
}

export type PaymentFileShown = ReturnType<typeof asEntry> & {
  readonly findings: Awaited<ReturnType<typeof findingsOfFile>>;
  readonly page: number;
  readonly more: boolean;
  readonly rejects: readonly {
    readonly rowNo: number;
    readonly column: string;
    readonly refusal: Refusal;
    readonly cells: string[];
  }[];
};
