import { randomUUID } from 'node:crypto';
import { grouped } from '~/domain/kernel/group.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Quarter } from '~/domain/subsidy/quarter.ts';
import { firstLoanRewardOf, volumeRewardOf } from '~/domain/subsidy/volume-reward.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import {
  addRewards,
  findFirstLending,
  findFirstRewarded,
  findNewLending,
  findRewarded,
  type LendingRow,
} from '~/server/subsidy/store-rewards.ts';

/** What banks are paid for new lending of a run's quarter, less what earlier runs of the quarter pay (domain.md G13). */
export async function addVolumeRewards(tx: Tx, runId: string, quarter: Quarter): Promise<void> {
  const lending = await findNewLending(tx, quarter);
  if (lending.length === 0) return;
  const schemes = await readSchemes(tx);
  const before = await findRewarded(tx, quarter);
  const rows = [...grouped(lending, keyOf)].flatMap(([key, loans]) => {
    const [first] = loans;
    const scheme = schemes.find((each) => first && isOf(each, first));
    if (!first || scheme?.kind !== 'subsidy') return [];
    const principals = loans.map((loan) => fen(loan.principal_fen));
    const asked = before.filter((row) => keyOf(row) === key);
    const made = volumeRewardOf(
      scheme.body,
      principals,
      asked.map((row) => ({ payer: row.payer, amount: fen(row.fen) })),
    );
    return [{ ...rowOf(first, runId, quarter), ...amountsOf(made) }];
  });
  await addRewards(tx, rows);
}

/** What banks are paid for first loans, as they count now, less what all runs so far granted; negative where some were none. */
export async function addFirstLoanRewards(tx: Tx, runId: string, quarter: Quarter): Promise<void> {
  const lending = await findFirstLending(tx);
  if (lending.length === 0) return;
  const schemes = await readSchemes(tx);
  const before = await findFirstRewarded(tx);
  const rows = lending.flatMap((row) => {
    const scheme = schemes.find((each) => isOf(each, row));
    if (scheme?.kind !== 'subsidy') return [];
    const asked = before.filter((each) => keyOf(each) === keyOf(row));
    const made = firstLoanRewardOf(
      scheme.body,
      fen(row.principal_fen),
      asked.map(({ payer, fen: sum }) => ({ payer, amount: fen(sum) })),
    );
    const isSettled = made.funding.every(({ amount }) => amount === 0n);
    return isSettled ? [] : [{ ...rowOf(row, runId, quarter), kind: 'first-loan', ...amountsOf(made) }];
  });
  await addRewards(tx, rows);
}

type Key = Pick<LendingRow, 'institution_id' | 'scheme_code' | 'scheme_version'>;
const keyOf = (row: Key): string => `${row.institution_id} ${row.scheme_code} ${row.scheme_version}`;

const isOf = (scheme: { readonly code: string; readonly version: number }, row: Key): boolean =>
  scheme.code === row.scheme_code && scheme.version === row.scheme_version;

const rowOf = (row: Key, runId: string, quarter: string) => ({
  institutionId: row.institution_id,
  id: randomUUID(),
  runId,
  quarter,
  schemeCode: row.scheme_code,
  schemeVersion: row.scheme_version,
  madeAt: clock.now(),
});

const amountsOf = (made: ReturnType<typeof volumeRewardOf>) => ({
  volumeFen: made.volume,
  amountFen: made.amount,
  funding: made.funding.map(({ payer, amount }) => ({ payer, amountFen: String(amount) })),
});
