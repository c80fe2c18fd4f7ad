import { partOfUse } from '~/domain/enterprise/part-of-use.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Fen, fen, greatestFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { shareOf } from '~/domain/kernel/rate.ts';
import { borrowerScope } from '~/domain/ledger/limit.ts';
import { clock } from '~/server/clock.ts';
import { usesOf } from '~/server/compensation/store-uses.ts';
import type { Tx } from '~/server/db/client.ts';
import { standingAround } from '~/server/enterprise/store-succession.ts';

/**
 * What firms that a borrower succeeds drew from a pool before, of which it carries its part (domain.md edge case 8). What
 * the borrower drew itself is in its own limit of the ledger, which it keeps whole when a part of it is spun off.
 */
async function inheritedUse(
  tx: Tx,
  pool: { readonly code: string },
  borrower: EnterpriseId,
  today: Day,
): Promise<Fen> {
  const edges = await standingAround(tx, [borrower]);
  const others = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter((id) => id !== borrower);
  if (others.length === 0) return zeroFen;
  const firmOf = new Map(others.map((firm) => [borrowerScope(pool.code, firm) as string, firm]));
  const uses = await usesOf(tx, [...firmOf.keys()]);
  return uses.reduce((sum, { scope, since, amount }) => {
    const part = partOfUse(edges, { firm: firmOf.get(scope) ?? borrower, since }, borrower, today);
    return plus(sum, shareOf(fen(amount), part));
  }, zeroFen);
}

/** Of what the limits of a pool's claims leave, less what their borrowers carry of firms that they succeed. */
export async function lessInherited(
  tx: Tx,
  pool: { readonly code: string },
  claims: readonly { readonly enterpriseId: string }[],
  left: ReadonlyMap<string, Fen>,
): Promise<Map<string, Fen>> {
  const rest = new Map(left);
  for (const firm of new Set(claims.map(({ enterpriseId }) => enterpriseId as EnterpriseId))) {
    const scope = borrowerScope(pool.code, firm);
    const room = left.get(scope);
    if (room === undefined) continue;
    rest.set(scope, greatestFen(zeroFen, minus(room, await inheritedUse(tx, pool, firm, clock.today()))));
  }
  return rest;
}
