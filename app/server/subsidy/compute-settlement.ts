import { randomUUID } from 'node:crypto';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { parseQuarter, quarterEnd } from '~/domain/subsidy/quarter.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { notify } from '~/server/platform/notify.ts';
import { addGuarantorSubsidies } from '~/server/subsidy/add-guarantor-subsidies.ts';
import { addFirstLoanRewards, addVolumeRewards } from '~/server/subsidy/add-volume-rewards.ts';
import { addEntitlements } from '~/server/subsidy/store-entries.ts';
import { changeRun, findRun } from '~/server/subsidy/store-runs.ts';
import { type WorkedOut, workOut } from '~/server/subsidy/work-out.ts';

const quarterOfRun = (run: { quarter: string }) => {
  const quarter = parseQuarter(run.quarter);
  if (!quarter) throw new Error(`not a quarter: ${run.quarter}`);
  return quarter;
};

/** Works out the entitlements of some firms for a run and keeps those that are not nothing; told firms can refuse. */
export async function computeFirms(tx: Tx, runId: string, firms: readonly string[]): Promise<void> {
  const run = await findRun(tx, runId);
  if (run?.state !== 'computing') return;
  const quarter = quarterOfRun(run);
  const worked = await workOut(tx, firms, quarterEnd(quarter));
  await addEntitlements(
    tx,
    worked
      .filter(({ entitlement }) => entitlement.full > 0n || entitlement.amount !== 0n)
      .map((each) => rowOf(each, runId, quarter)),
  );
  const told = worked
    .filter(({ entitlement }) => entitlement.amount > 0n)
    .map(({ row }) => row.enterprise_id);
  for (const enterpriseId of new Set(told))
    await notify(tx, {
      to: { enterpriseId: enterpriseId as EnterpriseId },
      kind: 'subsidy.worked-out',
      params: { quarter },
      href: '/my/subsidies',
    });
}

const rowOf = ({ row, entitlement: made }: WorkedOut, runId: string, quarter: string) => ({
  enterpriseId: row.enterprise_id,
  id: randomUUID(),
  runId,
  loanId: row.id,
  institutionId: row.institution_id,
  schemeCode: row.scheme_code,
  schemeVersion: row.scheme_version,
  quarter,
  fullFen: made.full,
  cumulativeFen: made.cumulative,
  amountFen: made.amount,
  fromOn: dateOfDay(made.from),
  untilOn: dateOfDay(made.until),
  deductions: made.deductions.map(({ code, amount }) => ({ code, amountFen: String(amount) })),
  funding: made.funding.map(({ payer, amount }) => ({ payer, amountFen: String(amount) })),
  madeAt: clock.now(),
});

/** Everything is worked out: what guarantors and banks are paid for the quarter as well, and the run waits for its second person. */
export async function proposeRun(tx: Tx, actor: Actor, runId: string): Promise<void> {
  const run = await findRun(tx, runId);
  if (run?.state !== 'computing') return;
  await addGuarantorSubsidies(tx, runId, quarterOfRun(run));
  await addVolumeRewards(tx, runId, quarterOfRun(run));
  await addFirstLoanRewards(tx, runId, quarterOfRun(run));
  await changeRun(tx, runId, { state: 'proposed' });
  await recordChange(tx, actor, { kind: 'subsidy.settlement-proposed', subjectId: runId });
}
