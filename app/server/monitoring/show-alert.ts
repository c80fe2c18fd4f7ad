import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { verdicts } from '~/domain/monitoring/case.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readEvidence } from '~/server/monitoring/evidence.ts';
import { type AlertRow, findAlert, findAlertEvents, findPrecision } from '~/server/monitoring/store.ts';

type Events = Awaited<ReturnType<typeof findAlertEvents>>;

/** One case with its evidence, events and the precision of its signal over the last 12 months. */
export function showAlert(
  actor: Actor,
  alertId: string,
): Promise<Result<ReturnType<typeof asCase>, { code: 'monitoring.not-found' }>> {
  const now = clock.now();
  const yearAgo = new Date(now.getTime() - 365 * 86_400_000);
  return withActor(actor, async (tx) => {
    const found = await findAlert(tx, alertId);
    if (!found) return refuse({ code: 'monitoring.not-found' });
    const events = await findAlertEvents(tx, alertId);
    return accept(asCase(found, events, await findPrecision(tx, found.signal_code, yearAgo), now));
  });
}

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
  evidence: readEvidence(row.evidence),
  precision,
  events: events.map((e) => ({
    id: e.id.toString(),
    kind: e.kind,
    at: e.at.toISOString(),
    by: e.userName,
    party: e.party,
    text: e.text,
    bankOnly: e.bankOnly,
  })),
});

export type AlertCase = ReturnType<typeof asCase>;
