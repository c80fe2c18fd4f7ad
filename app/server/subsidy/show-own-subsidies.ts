import { grouped } from '~/domain/kernel/group.ts';
import { type Fen, fen, minus, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { statementsShown } from '~/server/loan/show-money.ts';
import { positionOf, reclaimOf } from '~/server/subsidy/shown.ts';
import { findPositions, type PositionRow } from '~/server/subsidy/store-positions.ts';
import { findReclaims } from '~/server/subsidy/store-reclaims.ts';

const most = 100;

/** What a firm got, what is on the way, and what room each scheme leaves it. */
export function showOwnSubsidies(actor: Actor) {
  return withActor(actor, async (tx) => {
    const rows = await findPositions(tx, {}, most, 0);
    const sum = (part: (row: PositionRow) => bigint): string =>
      plus(zeroFen, ...rows.map((row) => fen(part(row)))).toString();
    return {
      positions: rows.map(positionOf),
      statements: await statementsShown(
        tx,
        [...new Set(rows.map((row) => row.enterprise_id))],
        [...new Set(rows.map((row) => row.loan_id))],
      ),
      schemes: roomsOf(rows),
      reclaims: (await findReclaims(tx, {}, most, 0)).map(reclaimOf),
      paidFen: sum((row) => row.paid_fen - row.demanded_fen),
      owedFen: sum((row) => row.demanded_fen - row.returned_fen),
      waitingFen: sum((row) => (row.is_paid ? 0n : (row.amount_fen ?? 0n))),
    };
  });
}

/** What the scheme's cap on the subsidy itself leaves, what was demanded back taken off; null without such a cap. */
function amountRoomOf(group: readonly PositionRow[]) {
  const caps = group.map((row) => row.amount_cap_wan);
  if (caps.includes(null)) return { amountCapFen: null, amountLeftFen: null };
  const cap = wan(Math.max(...caps.map((each) => each ?? 0)));
  const paid = plus(zeroFen, ...group.map((row) => fen(row.paid_fen - row.demanded_fen)));
  return {
    amountCapFen: cap.toString(),
    amountLeftFen: (paid > cap ? zeroFen : minus(cap, paid)).toString(),
  };
}

const roomsOf = (rows: readonly PositionRow[]) =>
  [...grouped(rows, (row) => row.scheme_code).values()].map((group) => {
    const [first] = group;
    const caps = group.map((row) => row.cap_wan);
    const cap: Fen | null = caps.includes(null) ? null : wan(Math.max(...caps.map((each) => each ?? 0)));
    const used = plus(zeroFen, ...group.map((row) => fen(row.balance_fen)));
    const inCap = cap !== null && used > cap ? cap : used;
    return {
      scheme: first?.scheme_code ?? '',
      zh: first?.scheme_zh ?? '',
      en: first?.scheme_en ?? '',
      usedFen: inCap.toString(),
      leftFen: cap === null ? null : minus(cap, inCap).toString(),
      ...amountRoomOf(group),
    };
  });
