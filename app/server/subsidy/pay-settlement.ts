import { randomUUID } from 'node:crypto';
import type { EnterpriseId, InstitutionId, LoanId } from '~/domain/kernel/id.ts';
import { fen, negate } from '~/domain/kernel/money.ts';
import type { PostRefusal } from '~/domain/ledger/refusal.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { type BatchTransfer, postBatch } from '~/server/ledger/post-batch.ts';
import { notify } from '~/server/platform/notify.ts';
import { firmOf, poolOf } from '~/server/subsidy/accounts.ts';
import { addEntries, findUnpaid, type UnpaidRow } from '~/server/subsidy/store-entries.ts';
import { changeRun, lockRun } from '~/server/subsidy/store-runs.ts';

const chunk = 200;

export type PayStep = 'more' | 'all-paid' | { readonly short: PostRefusal };

/**
 * Pays the next entitlements of an approved run: ledger, entries and messages in the caller's transaction. What is paid
 * already is not found again, so a run that was cut off anywhere goes on where it was.
 */
export async function payNext(tx: Tx, actor: Actor, runId: string): Promise<PayStep> {
  const run = await lockRun(tx, runId);
  if (run?.state !== 'approved') return 'all-paid';
  const rows = await findUnpaid(tx, runId, chunk);
  if (rows.length === 0) return 'all-paid';
  const payments = await paymentsOf(tx, rows);
  const posted = await postBatch(
    tx,
    actor,
    payments.map(({ transfer }) => transfer),
  );
  if (!posted.ok) return { short: posted.refusal };
  await addEntries(
    tx,
    payments.map(({ entry }) => entry),
  );
  for (const enterpriseId of new Set(rows.map((row) => row.enterprise_id)))
    await notify(tx, {
      to: { enterpriseId: enterpriseId as EnterpriseId },
      kind: 'subsidy.paid',
      params: { quarter: run.quarter },
      href: '/my/subsidies',
    });
  return 'more';
}

type Payment = {
  readonly transfer: BatchTransfer;
  readonly entry: Parameters<typeof addEntries>[1][number];
};

async function paymentsOf(tx: Tx, rows: readonly UnpaidRow[]): Promise<Payment[]> {
  const made: Payment[] = [];
  for (const row of rows) {
    const firm = await firmOf(tx, row.enterprise_id as EnterpriseId, row.firm);
    for (const { payer, amountFen } of row.funding) {
      const amount = fen(BigInt(amountFen));
      if (amount === 0n) continue;
      const pool = await poolOf(tx, payer);
      const leg =
        amount > 0n
          ? { from: pool, to: firm, amount }
          : // a payment recorded late took something away
            { from: firm, to: pool, amount: negate(amount) };
      made.push(paymentOf(row, payer, amount, leg));
    }
  }
  return made;
}

function paymentOf(
  row: UnpaidRow,
  payer: string,
  amount: ReturnType<typeof fen>,
  leg: BatchTransfer['leg'],
): Payment {
  const key = `subsidy-${row.id}-${payer}`;
  const effectiveOn = clock.today();
  const about = {
    enterpriseId: row.enterprise_id as EnterpriseId,
    institutionId: row.institution_id as InstitutionId,
    loanId: row.loan_id as LoanId,
    reference: { kind: 'entitlement', id: row.id },
  };
  const entry = {
    enterpriseId: row.enterprise_id,
    id: randomUUID(),
    loanId: row.loan_id,
    institutionId: row.institution_id,
    schemeCode: row.scheme_code,
    kind: 'paid',
    payer,
    amountFen: amount,
    effectiveOn: dateOfDay(effectiveOn),
    entitlementId: row.id,
    ledgerKey: key,
    recordedAt: clock.now(),
  };
  return { transfer: { key, kind: 'subsidy.paid', effectiveOn, leg, about }, entry };
}

/** Every entitlement is paid: the run is closed. */
export async function closeRun(tx: Tx, actor: Actor, runId: string): Promise<void> {
  const run = await lockRun(tx, runId);
  if (run?.state !== 'approved') return;
  await changeRun(tx, runId, { state: 'paid', paidAt: clock.now(), note: null });
  await recordChange(tx, actor, {
    kind: 'subsidy.settlement-paid',
    subjectId: runId,
    payload: { quarter: run.quarter },
  });
}
