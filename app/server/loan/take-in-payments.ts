import { randomUUID } from 'node:crypto';
import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Refusal, type Result, refuse } from '~/domain/kernel/result.ts';
import { admitEvent } from '~/domain/loan/admit.ts';
import type { LoanEvent } from '~/domain/loan/event.ts';
import { type PaymentColumn, type PaymentRow, placesOf, readPaymentRow } from '~/domain/loan/payment-file.ts';
import type { LoanReplay } from '~/domain/loan/replay.ts';
import { type Actor, asInstitution, type InstitutionPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { keepPenaltyFindings } from '~/server/loan/penalty-findings.ts';
import { type LoanStanding, readStandings } from '~/server/loan/read-standing.ts';
import { readTable, type TableRefusal } from '~/server/loan/read-table.ts';
import { classifyOnce, noteEvents } from '~/server/loan/record-event.ts';
import {
  addFile,
  findBySerial,
  findFileByHash,
  type KnownPayment,
  lockLoansByContract,
} from '~/server/loan/store-payment-file.ts';
import { addEvents, keepStanding, type Loan } from '~/server/loan/store-servicing.ts';

export const maxPaymentRows = 5_000;
export const maxPaymentBytes = 4_000_000;

export type PaymentFileRefusal =
  | TableRefusal
  | { readonly code: 'loan.file-columns'; readonly missing: readonly PaymentColumn[] }
  | { readonly code: 'loan.file-too-long'; readonly most: number };

type Reject = { readonly rowNo: number; readonly column: PaymentColumn; readonly refusal: Refusal };
type Read = { readonly rowNo: number; readonly row: PaymentRow };
type Booked = { readonly loan: Loan; readonly events: LoanEvent[]; replay: LoanReplay };

/**
 * A bank's monthly file of payments, CSV or XLSX. Rows that fit are booked together in one transaction, in the order of
 * their days; the others are kept as rejects with row, column and reason. The same file, or a row under a number that
 * is booked already, changes nothing. Answers the id of the file.
 */
export function takeInPayments(
  actor: Actor,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly id: string; readonly known: boolean }, PaymentFileRefusal>> {
  const officer = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const hash = sha256(file.bytes);
    const before = await findFileByHash(tx, officer.institutionId, hash);
    if (before) return accept({ id: before.id, known: true });
    const table = readTable(file.bytes);
    if (!table.ok) return table;
    const [header = [], ...rows] = table.value;
    const places = placesOf(header);
    if (!places.ok) return places;
    if (rows.length > maxPaymentRows) return refuse({ code: 'loan.file-too-long', most: maxPaymentRows });
    const rejects: Reject[] = [];
    const read: Read[] = [];
    for (const [i, cells] of rows.entries()) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const row = readPaymentRow(cells, places.value);
      if (row.ok) read.push({ rowNo: i + 2, row: row.value });
      else rejects.push({ rowNo: i + 2, column: row.refusal.column, refusal: { code: row.refusal.code } });
    }
    const done = await book(tx, officer, read, rejects);
    const id = await keepFile(tx, officer, { ...file, hash, rows }, { ...done, rejects, read });
    await writeBooked(tx, officer, id, done.booked);
    return accept({ id, known: false });
  });
}

/** Admits the rows one after the other, oldest day first, each on the log that the rows before it left. */
async function book(tx: Tx, officer: InstitutionPerson, read: readonly Read[], rejects: Reject[]) {
  const { institutionId } = officer;
  const contracts = [...new Set(read.map(({ row }) => row.contractNo))];
  const loans = await lockLoansByContract(tx, institutionId, contracts);
  const standings = await readStandings(tx, loans);
  const kept = await findBySerial(
    tx,
    institutionId,
    read.map(({ row }) => row.serialNo),
  );
  const seen = new Map<string, KnownPayment>(kept.map((p) => [p.serialNo ?? '', p]));
  const booked = new Map<string, Booked>();
  let known = 0;
  const inOrder = [...read].sort((a, b) =>
    a.row.paidOn < b.row.paidOn ? -1 : a.row.paidOn > b.row.paidOn ? 1 : a.rowNo - b.rowNo,
  );
  for (const { rowNo, row } of inOrder) {
    const loan = loans.find((l) => l.contractNo === row.contractNo);
    const earlier = seen.get(row.serialNo);
    if (!loan) rejects.push({ rowNo, column: 'contract', refusal: { code: 'loan.row-contract' } });
    else if (earlier && isSame(earlier, loan, row)) known += 1;
    else if (earlier) rejects.push({ rowNo, column: 'serial', refusal: { code: 'loan.row-serial' } });
    else {
      const refusal = admitRow(standings, booked, loan, row);
      if (refusal) rejects.push({ rowNo, column: columnOf(refusal.code), refusal });
      else seen.set(row.serialNo, knownAs(loan, row));
    }
  }
  return { booked: [...booked.values()], known };
}

const knownAs = (loan: Loan, row: PaymentRow): KnownPayment => ({
  loanId: loan.id,
  serialNo: row.serialNo,
  paidOn: new Date(`${row.paidOn}T00:00:00Z`),
  principalFen: row.principal,
  interestFen: row.interest,
  penaltyFen: row.penalty,
});

const isSame = (kept: KnownPayment, loan: Loan, row: PaymentRow): boolean =>
  kept.loanId === loan.id &&
  dayOfDate(kept.paidOn) === row.paidOn &&
  kept.principalFen === row.principal &&
  kept.interestFen === row.interest &&
  kept.penaltyFen === row.penalty;

/** The column that a refusal of the log points at. */
function columnOf(code: string): PaymentColumn {
  if (code === 'loan.event-date') return 'paid-on';
  return code === 'loan.not-live' || code === 'loan.not-written-off' ? 'contract' : 'principal';
}

type Noted = LoanEvent & { readonly serialNo: string };

function admitRow(
  standings: Map<string, LoanStanding>,
  booked: Map<string, Booked>,
  loan: Loan,
  { kind, effect, paidOn, principal, interest, penalty, serialNo }: PaymentRow,
): Refusal | null {
  const standing = standings.get(loan.id);
  if (!standing) throw new Error(`no standing of loan ${loan.id}`);
  const money = { id: randomUUID(), on: paidOn, principal, interest, penalty, serialNo };
  const event = { ...money, kind, ...(effect && { effect }) } as Noted;
  const admitted = admitEvent(standing, event);
  if (!admitted.ok) return admitted.refusal;
  standings.set(loan.id, { ...standing, events: [...standing.events, event as never] });
  const own = booked.get(loan.id);
  if (own) {
    own.events.push(event);
    own.replay = admitted.value;
  } else booked.set(loan.id, { loan, events: [event], replay: admitted.value });
  return null;
}

type Kept = {
  readonly name: string;
  readonly hash: string;
  readonly rows: readonly (readonly string[])[];
};
type Done = {
  readonly booked: readonly Booked[];
  readonly known: number;
  readonly rejects: readonly Reject[];
  readonly read: readonly Read[];
};

async function keepFile(tx: Tx, officer: InstitutionPerson, file: Kept, done: Done): Promise<string> {
  const { institutionId, userId } = officer;
  const id = randomUUID();
  const rejectRows = done.rejects.map(({ rowNo, column, refusal }) => ({
    fileId: id,
    rowNo,
    institutionId,
    columnName: column,
    refusal: JSON.parse(JSON.stringify(refusal, (_, v) => (typeof v === 'bigint' ? v.toString() : v))),
    cells: [...(file.rows[rowNo - 2] ?? [])],
  }));
  const booked = done.booked.reduce((n, { events }) => n + events.length, 0);
  const counts = { rowsBooked: booked, rowsKnown: done.known, rowsRejected: done.rejects.length };
  await addFile(
    tx,
    {
      id,
      institutionId,
      sha256: file.hash,
      name: file.name.slice(0, 200),
      rowsRead: booked + done.known + done.rejects.length,
      ...counts,
      uploadedBy: userId,
      uploadedAt: clock.now(),
    },
    rejectRows,
  );
  await appendAudit(tx, officer, { action: 'loan.payments-taken-in', detail: { fileId: id, ...counts } });
  return id;
}

async function writeBooked(tx: Tx, officer: InstitutionPerson, fileId: string, booked: readonly Booked[]) {
  const at = { recordedBy: officer.userId, recordedAt: clock.now(), fileId };
  for (const { loan, events, replay } of booked) {
    await addEvents(
      tx,
      loan,
      events.map((e) => ({ ...e, ...at })),
    );
    await keepStanding(tx, loan, replay);
    await keepPenaltyFindings(tx, loan, replay, events, fileId);
    await noteEvents(tx, officer, loan, { events, state: replay.state });
  }
  await classifyOnce(
    tx,
    booked.map(({ loan }) => loan),
  );
}
