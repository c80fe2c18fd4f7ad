import { randomUUID } from 'node:crypto';
import { guarantorSubsidyOf } from '~/domain/guarantee/guarantor-subsidy.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { fen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { type Quarter, quarterEnd } from '~/domain/subsidy/quarter.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readGuaranteeRules } from '~/server/guarantee/guarantee-policy.ts';
import { addGuarantorRows, findGuarantorsPaid, findVolumes } from '~/server/subsidy/store-guarantors.ts';

/** What the government pays guarantors for the quarter of a run, less what earlier runs of the quarter pay (domain.md G19). */
export async function addGuarantorSubsidies(tx: Tx, runId: string, quarter: Quarter): Promise<void> {
  const rules = await readGuaranteeRules(tx, addDays(quarterEnd(quarter), -1));
  const before = new Map(
    (await findGuarantorsPaid(tx, quarter)).map((row) => [row.guarantor_id, fen(row.fen)]),
  );
  const volumes = await findVolumes(tx, quarter);
  const rows = [...volumes].map(([guarantorId, guarantees]) => {
    const made = guarantorSubsidyOf(guarantees, rules);
    return {
      guarantorId,
      id: randomUUID(),
      runId,
      quarter,
      volumeFen: made.volume,
      forVolumeFen: made.forVolume,
      forFeesFen: made.forFees,
      amountFen: minus(made.amount, before.get(guarantorId) ?? zeroFen),
      madeAt: clock.now(),
    };
  });
  await addGuarantorRows(tx, rows);
}
