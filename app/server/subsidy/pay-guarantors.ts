import type { InstitutionId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readGuaranteeRules } from '~/server/guarantee/guarantee-policy.ts';
import { type BatchTransfer, postBatch } from '~/server/ledger/post-batch.ts';
import { notify } from '~/server/platform/notify.ts';
import { guarantorOf, poolOf } from '~/server/subsidy/accounts.ts';
import type { PayStep } from '~/server/subsidy/pay-settlement.ts';
import { findGuarantorsUnpaid } from '~/server/subsidy/store-guarantors.ts';
import { lockRun } from '~/server/subsidy/store-runs.ts';

/** Pays what a run grants guarantors, out of the pool of the payer that the policy names (notice 002 (十二)). */
export async function payGuarantors(tx: Tx, actor: Actor, runId: string): Promise<PayStep> {
  const run = await lockRun(tx, runId);
  if (run?.state !== 'approved') return 'all-paid';
  const rows = await findGuarantorsUnpaid(tx, runId);
  if (rows.length === 0) return 'all-paid';
  const { guarantorSubsidy } = await readGuaranteeRules(tx, clock.today());
  const from = await poolOf(tx, guarantorSubsidy.payer);
  const transfers: BatchTransfer[] = [];
  for (const row of rows) {
    const institutionId = row.guarantor_id as InstitutionId;
    const to = await guarantorOf(tx, institutionId, row.zh, row.en);
    transfers.push({
      key: `guarantor-subsidy-${row.id}`,
      kind: 'subsidy.guarantor-paid',
      effectiveOn: clock.today(),
      leg: { from, to, amount: fen(row.amount_fen) },
      about: { institutionId, reference: { kind: 'guarantor-subsidy', id: row.id } },
    });
  }
  const posted = await postBatch(tx, actor, transfers);
  if (!posted.ok) return { short: posted.refusal };
  for (const row of rows)
    await notify(tx, {
      to: { institutionId: row.guarantor_id as InstitutionId },
      kind: 'subsidy.guarantor-paid',
      params: { quarter: run.quarter },
      href: '/guarantee/limits',
    });
  return 'more';
}
