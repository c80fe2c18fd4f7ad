import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Fen, fen, negate } from '~/domain/kernel/money.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { type BatchTransfer, postBatch } from '~/server/ledger/post-batch.ts';
import { notify } from '~/server/platform/notify.ts';
import { bankOf, poolOf } from '~/server/subsidy/accounts.ts';
import type { PayStep } from '~/server/subsidy/pay-settlement.ts';
import { findRewardsUnpaid, type RewardRow } from '~/server/subsidy/store-rewards.ts';
import { lockRun } from '~/server/subsidy/store-runs.ts';

/** Pays banks what a run grants them for new lending and first loans, or takes back; each payer's part by its own pool. */
export async function payRewards(tx: Tx, actor: Actor, runId: string): Promise<PayStep> {
  const run = await lockRun(tx, runId);
  if (run?.state !== 'approved') return 'all-paid';
  const rows = await findRewardsUnpaid(tx, runId);
  if (rows.length === 0) return 'all-paid';
  const transfers: BatchTransfer[] = [];
  for (const row of rows) transfers.push(...(await transfersOf(tx, row)));
  const posted = await postBatch(tx, actor, transfers);
  if (!posted.ok) return { short: posted.refusal };
  for (const bank of new Set(rows.map((row) => row.institution_id)))
    await notify(tx, {
      to: { institutionId: bank as InstitutionId },
      kind: 'subsidy.reward-paid',
      params: { quarter: run.quarter },
      href: '/bank/subsidies',
    });
  return 'more';
}

const kindOf = (kind: RewardRow['kind'], amount: Fen): string =>
  kind === 'volume'
    ? 'subsidy.reward-paid'
    : amount > 0n
      ? 'subsidy.first-loan-paid'
      : 'subsidy.first-loan-taken-back';

async function transfersOf(tx: Tx, row: RewardRow): Promise<BatchTransfer[]> {
  const institutionId = row.institution_id as InstitutionId;
  const to = await bankOf(tx, institutionId, row.bank_zh, row.bank_en);
  const made: BatchTransfer[] = [];
  for (const { payer, amountFen } of row.funding) {
    const amount = fen(BigInt(amountFen));
    if (amount === 0n) continue;
    const pool = await poolOf(tx, payer);
    made.push({
      key: `volume-reward-${row.id}-${payer}`,
      kind: kindOf(row.kind, amount),
      effectiveOn: clock.today(),
      leg: amount > 0n ? { from: pool, to, amount } : { from: to, to: pool, amount: negate(amount) },
      about: { institutionId, reference: { kind: 'volume-reward', id: row.id } },
    });
  }
  return made;
}
