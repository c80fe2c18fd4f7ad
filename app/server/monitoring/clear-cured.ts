import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { changeAlert } from '~/server/monitoring/store.ts';
import { addVerdict } from '~/server/monitoring/store-verdict.ts';
import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';
import type { CaseStep } from '~/server/monitoring/write-case-step.ts';

/**
 * Closes a live case whose signal finds nothing any more: the fact was cured, corrected or repaired (H6). Returns the step of the
 * case, for the caller to write.
 */
export async function clearCured(tx: Tx, loan: WatchedLoan, alertId: string): Promise<CaseStep> {
  const at = clock.now();
  await changeAlert(tx, alertId, { state: 'closed', closedAt: at, verdict: 'cured', snoozedUntil: null });
  const about = { alertId, enterpriseId: loan.enterprise_id, institutionId: loan.institution_id };
  await addVerdict(tx, { ...about, verdict: 'cured', note: '', at });
  return { ...about, kind: 'cleared', party: 'system', tell: ['bank', 'firm'] };
}
