import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { verdicts } from '~/domain/monitoring/case.ts';
import { type Actor, houseOf } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type BankDesk, bankDesk, type CaseFile, caseFile, ownerOf } from '~/server/monitoring/case-file.ts';
import { type Evidence, readEvidence } from '~/server/monitoring/evidence.ts';
import { type AlertRow, findAlert, findAlertEvents, findHiddenFacts } from '~/server/monitoring/store.ts';
import { findPrecision, precisionSince } from '~/server/monitoring/store-library.ts';
import { isOpenToBranch } from '~/server/monitoring/store-shown.ts';

type Events = Awaited<ReturnType<typeof findAlertEvents>>;

/** One case with its evidence, events and the precision of its signal over the last 12 months. */
export function showAlert(
  actor: Actor,
  alertId: string,
): Promise<Result<AlertCase, { code: 'monitoring.not-found' }>> {
  const now = clock.now();
  return withActor(actor, async (tx) => {
    const found = await findAlert(tx, alertId);
    if (!found) return refuse({ code: 'monitoring.not-found' });
    const events = await findAlertEvents(tx, alertId);
    const precision = await findPrecision(tx, found.signal_code, precisionSince());
    const evidence = readEvidence(found.evidence);
    const isFirm = actor.kind === 'person' && houseOf[actor.role] === 'enterprise';
    const named = evidence.records.map(({ factId }) => factId);
    const hidden = isFirm ? new Set<string>() : await findHiddenFacts(tx, found.enterprise_id, named);
    const isDesk = actor.kind === 'person' && houseOf[actor.role] === 'operator';
    const file = await caseFile(tx, found, { terms: !isDesk });
    const bank = actor.kind === 'person' && houseOf[actor.role] === 'institution' ? actor.userId : null;
    const desk = bank ? await bankDesk(tx, found, bank) : null;
    const isOwned = isDesk ? (await ownerOf(tx, found))?.isThere === true : null;
    const shown = { ...asCase(found, events, precision, now), isOwned };
    if (await isShut(tx, actor, found)) return accept({ ...shown, ...file, ...shut, desk });
    return accept({ ...shown, ...file, evidence: evidenceShown(evidence, hidden), desk });
  });
}

/** Whether the reader's branch got the case by a transfer, without the firm's consent. */
const isShut = async (tx: Tx, actor: Actor, row: AlertRow): Promise<boolean> =>
  actor.kind === 'person' && actor.branchId ? !(await isOpenToBranch(tx, row, actor.branchId)) : false;

const shut = { evidence: { figures: null, records: [], hidden: 0, isShut: true }, documents: [] };

/** The records that may still be shown; once one is hidden the figures that rested on it are too. */
function evidenceShown({ figures, records }: Evidence, hidden: ReadonlySet<string>) {
  const shown = records.filter(({ factId }) => !hidden.has(factId));
  return { figures: hidden.size > 0 ? null : figures, records: shown, hidden: hidden.size, isShut: false };
}

/** Steps that bring evidence. */
const brings = ['raised', 'escalated', 'merged'];

const asCase = (row: AlertRow, events: Events, precision: { closed: number; right: number }, now: Date) => ({
  id: row.id,
  loanId: row.loan_id,
  enterpriseId: row.enterprise_id,
  signal: row.signal_code,
  severity: row.severity,
  state: row.state,
  raisedAt: row.raised_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  now: now.toISOString(),
  verdict: verdicts.find((v) => v === row.verdict) ?? null,
  verdictNote: row.verdict_note,
  firm: row.firm,
  uscc: row.uscc,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  contractNo: row.contract_no,
  escalatedInto: row.escalated_into,
  /** The evidence is as it stood then. */
  evidenceAt: (events.findLast((e) => brings.includes(e.kind))?.at ?? row.raised_at).toISOString(),
  precision,
  events: events.map((e) => ({
    id: e.id.toString(),
    kind: e.kind,
    at: e.at.toISOString(),
    by: e.userName,
    party: e.party,
    text: e.text,
    bankOnly: e.bankOnly,
    aboutId: e.aboutId,
  })),
});

export type AlertCase = ReturnType<typeof asCase> &
  CaseFile & {
    /** For the risk desk: somebody who still works where the case is seen has it; who is told to the bank alone. Null for others. */
    readonly isOwned: boolean | null;
    readonly evidence: ReturnType<typeof evidenceShown>;
    readonly desk: BankDesk | null;
  };
