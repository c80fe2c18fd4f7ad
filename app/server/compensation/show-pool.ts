import { forecastPool, runsDryOn } from '~/domain/compensation/forecast.ts';
import { topUpFor } from '~/domain/compensation/top-up.ts';
import { addMonths, yearOf } from '~/domain/kernel/day.ts';
import { type Fen, fen, greatestFen, minus, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { ratioPpm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { CompensationRules } from '~/domain/policy/compensation-rules.ts';
import { fuseRoom } from '~/domain/policy/fuse.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { payersOfPool } from '~/server/compensation/add-pool-money.ts';
import { schemesWithoutPool } from '~/server/compensation/open-new-pool.ts';
import { poolAccount } from '~/server/compensation/open-pool.ts';
import { readInForce } from '~/server/compensation/read-rules.ts';
import { watchedYears } from '~/server/compensation/share-out.ts';
import { findQueue } from '~/server/compensation/store.ts';
import { findBatches } from '~/server/compensation/store-batch.ts';
import { findPool, findPools, moneyIn, type PoolRow } from '~/server/compensation/store-pool.ts';
import {
  enrolledBalance,
  findPaidMonths,
  findPoolClaims,
  findPoolFlows,
  namesOfInstitutions,
  type QueueRow,
} from '~/server/compensation/store-views.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';

const pageSize = 25;

/** Every pool of the platform with what is in it, and the schemes that have none. */
export const listPools = (actor: Actor) =>
  withActor(actor, async (tx) => {
    const pools = await findPools(tx);
    return {
      pools: await Promise.all(pools.map(async (pool) => ({ ...named(pool), ...(await moneyOf(tx, pool)) }))),
      schemes: await schemesWithoutPool(tx),
    };
  });

const named = (pool: PoolRow) => ({ id: pool.id, code: pool.code, nameZh: pool.nameZh, nameEn: pool.nameEn });

async function moneyOf(tx: Tx, pool: PoolRow) {
  const { balance, held } = await moneyIn(tx, poolAccount(pool));
  const queue = await findQueue(tx, pool.id);
  const owed = queue.map((claim) =>
    greatestFen(zeroFen, minus(fen(claim.payableFen), plus(claim.paidFen, fen(claim.holdFen)))),
  );
  return {
    balanceFen: balance.toString(),
    heldFen: held.toString(),
    freeFen: minus(balance, held).toString(),
    waitingFen: plus(zeroFen, ...owed).toString(),
    open: queue.length,
  };
}

/** One pool for the funds desk: money by source, leverage, interest, distance to the fuse, forecast, queue, batches. */
export function showPool(
  actor: Actor,
  id: string,
  { tab, page }: { readonly tab: 'open' | 'closed'; readonly page: number },
): Promise<Result<PoolShown, { code: 'compensation.not-found' }>> {
  return withActor(actor, async (tx) => {
    const pool = await findPool(tx, id);
    if (!pool || pool.portfolio !== null) return refuse({ code: 'compensation.not-found' });
    const rows = await findPoolClaims(tx, id, tab, pageSize + 1, page * pageSize);
    const list = { tab, page, more: rows.length > pageSize, claims: rows.slice(0, pageSize).map(asQueued) };
    return accept({
      ...named(pool),
      ...(await figuresOf(tx, pool)),
      ...list,
      batches: await batchesOf(tx, id),
      payers: await payersOfPool(tx, pool),
      today: clock.today() as string,
    });
  });
}

async function figuresOf(tx: Tx, pool: PoolRow) {
  const scheme = await readInForce(tx, pool.schemeCode, clock.today());
  const money = await moneyOf(tx, pool);
  const today = clock.today();
  const months = await findPaidMonths(tx, pool.id, dateOfDay(addMonths(today, -12)));
  const past = months.map(({ month, net }) => ({ month, net: fen(net) }));
  const forecast = forecastPool(today, fen(BigInt(money.freeFen)), fen(BigInt(money.waitingFen)), past);
  const lent = await enrolledBalance(tx, pool.id);
  const leverage = scheme.body.pool?.leverage ?? null;
  const capital = fen(BigInt(money.balanceFen));
  const topUp = leverage === null ? null : topUpFor(fen(lent), capital, leverage);
  return {
    ...money,
    topUpFen: topUp === null ? null : topUp.toString(),
    ...{ schemeZh: scheme.nameZh, schemeEn: scheme.nameEn },
    ...{ legalBasis: scheme.legalBasis, legalBasisEn: scheme.legalBasisEn },
    straddling: scheme.body.straddling,
    ...(await sourcesOf(tx, pool, scheme.body)),
    ...{ leverage, lentFen: lent.toString(), lentTimesPpm: ratioPpm(lent, capital) as number },
    lendableFen:
      leverage === null ? null : greatestFen(zeroFen, fen(capital * BigInt(leverage) - lent)).toString(),
    yearCapFen: scheme.body.yearCapWan === null ? null : wan(scheme.body.yearCapWan).toString(),
    fuses: await fusesOf(tx, pool, scheme.body),
    forecast: forecast.map((point) => ({ on: point.on as string, balanceFen: point.balance.toString() })),
    dryOn: runsDryOn(forecast) as string | null,
  };
}

/** Where the money came from: the sources that the scheme names with their parts, interest, and what came back. */
async function sourcesOf(tx: Tx, pool: PoolRow, rules: CompensationRules) {
  const flows = await findPoolFlows(tx, pool.code);
  const sum = (keep: (flow: (typeof flows)[number]) => boolean): Fen =>
    plus(zeroFen, ...flows.filter(keep).map((flow) => fen(flow.fen)));
  const payers = flows
    .filter((flow) => flow.kind === 'treasury')
    .map((flow) => flow.code.split(':').at(-1) ?? '');
  const wanted = rules.pool?.sources ?? [];
  const all = [...new Set([...wanted.map((source) => source.payer), ...payers])];
  return {
    sources: all.map((payer) => ({
      payer,
      parts: wanted.find((source) => source.payer === payer)?.parts ?? null,
      givenFen: sum((flow) => flow.kind === 'treasury' && flow.code.endsWith(`:${payer}`)).toString(),
    })),
    interestFen: sum((flow) => flow.kind === 'interest').toString(),
    recoveredFen: sum((flow) => flow.moved === 'compensation.recovered').toString(),
    paidFen: (-sum(
      (flow) => flow.moved === 'compensation.paid' || flow.moved === 'compensation.paid-back',
    )).toString(),
  };
}

async function fusesOf(tx: Tx, pool: PoolRow, rules: CompensationRules) {
  const years = [...(await watchedYears(tx, pool, rules)).entries()].map(([key, year]) => {
    const [institutionId = '', claimYear = '', mode = ''] = key.split(' ');
    return { institutionId, year: Number(claimYear), mode, ...year };
  });
  const current = years.filter((year) => year.year === yearOf(clock.today()));
  const names = await namesOfInstitutions(
    tx,
    current.map((year) => year.institutionId),
  );
  return current
    .map((year) => {
      const name = names.find((each) => each.id === year.institutionId);
      return {
        ...{ bankZh: name?.nameZh ?? '—', bankEn: name?.nameEn ?? '—', year: year.year, mode: year.mode },
        ...{ limitPpm: year.rule.sharePpm, nowPpm: ratioPpm(year.lossPaidAndHeld, year.enrolled) as number },
        enrolledFen: year.enrolled.toString(),
        roomFen: fuseRoom(year, year.rule).toString(),
        measure: year.rule.measure,
      };
    })
    .sort((a, b) => b.nowPpm - a.nowPpm);
}

const asQueued = (row: QueueRow) => ({
  ...{ id: row.id, firm: row.firm, bankZh: row.bank_zh, bankEn: row.bank_en, contractNo: row.contract_no },
  ...{ determinedOn: row.determined_on, state: row.state, waits: row.waits },
  payableFen: row.payable_fen.toString(),
  holdFen: row.hold_fen.toString(),
  paidFen: row.paid_fen.toString(),
});

const batchesOf = async (tx: Tx, poolId: string) =>
  (await findBatches(tx, poolId)).map((batch) => ({
    ...{ id: batch.id, state: batch.state, claims: batch.claims, amountFen: batch.amountFen.toString() },
    at: batch.proposedAt.toISOString(),
  }));

export type PoolShown = ReturnType<typeof named> &
  Awaited<ReturnType<typeof figuresOf>> & {
    readonly tab: 'open' | 'closed';
    readonly page: number;
    readonly more: boolean;
    readonly claims: readonly ReturnType<typeof asQueued>[];
    readonly batches: Awaited<ReturnType<typeof batchesOf>>;
    readonly payers: readonly string[];
    readonly today: string;
  };
