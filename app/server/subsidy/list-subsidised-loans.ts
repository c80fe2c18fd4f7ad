import { quarterEnd, quarterOf } from '~/domain/subsidy/quarter.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { positionOf, rewardOf } from '~/server/subsidy/shown.ts';
import { findPositions } from '~/server/subsidy/store-positions.ts';
import { findRewards } from '~/server/subsidy/store-rewards.ts';
import { workOut } from '~/server/subsidy/work-out.ts';

const pageSize = 25;

/**
 * A bank's subsidised loans with what this quarter brings as things stand. The caps run over all banks, so the platform
 * works the amounts out; the bank is told those of its own loans and nothing else.
 */
export async function listSubsidisedLoans(actor: Actor, page: number) {
  const { institutionId } = asInstitution(actor);
  const { rows, rewards } = await withActor(actor, async (tx) => ({
    rows: await findPositions(tx, {}, pageSize + 1, page * pageSize),
    rewards: await findRewards(tx, { bankId: institutionId }, 8),
  }));
  const shown = rows.slice(0, pageSize);
  const expected = await expectedOf(shown.map((row) => row.enterprise_id));
  const positions = shown.map((row) => ({
    ...positionOf(row),
    expectedFen: expected.get(`${row.loan_id} ${row.scheme_code}`) ?? '0',
  }));
  return {
    positions,
    rewards: rewards.map(rewardOf),
    quarter: quarterOf(clock.today()) as string,
    page,
    more: rows.length > pageSize,
  };
}

async function expectedOf(firms: readonly string[]): Promise<Map<string, string>> {
  if (firms.length === 0) return new Map();
  const asOf = quarterEnd(quarterOf(clock.today()));
  const worked = await withActor(system('subsidy.expect'), (tx) => workOut(tx, [...new Set(firms)], asOf));
  return new Map(
    worked.map(({ row, entitlement }) => [`${row.id} ${row.scheme_code}`, entitlement.amount.toString()]),
  );
}
