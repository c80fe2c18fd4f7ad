import { randomUUID } from 'node:crypto';
import { payByApprovedShare } from '~/domain/compensation/approved-share.ts';
import { portfolioId } from '~/domain/compensation/portfolio-id.ts';
import { claimYear, type PortfolioLoan, startOfLoan } from '~/domain/compensation/portfolio-loan.ts';
import { yearOf } from '~/domain/kernel/day.ts';
import { type Fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { fundPool, type NewPool, openPool, poolAccount } from '~/server/compensation/open-pool.ts';
import { payPortfolioClaims } from '~/server/compensation/pay-portfolio-claims.ts';
import { type PortfolioRefusal, readPortfolio } from '~/server/compensation/read-portfolio.ts';
import { lockPool, moneyIn } from '~/server/compensation/store-pool.ts';
import {
  addPortfolioClaims,
  addPortfolioEnrolments,
  findChangedPortfolio,
  findPortfolioTotals,
  findUnpaidPortfolio,
  type PortfolioRow,
} from '~/server/compensation/store-portfolio.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { ReadWatch } from '~/server/record/read-disk.ts';

export type ReplayTotals = {
  readonly loans: number;
  readonly claims: number;
  readonly paid: Fen;
  readonly byYear: { readonly [year: string]: Fen };
};

type Watch = ReadWatch & { readonly onLoans?: (done: number, total: number) => void };

const actor: Actor = system('compensation.replay');
const chunkSize = 500;
const checkSize = 10_000;

const portfolio = 'sba';
const pool: NewPool = {
  id: portfolioId(portfolio, 'pool', portfolio),
  code: `replay-${portfolio}`,
  schemeCode: portfolio,
  nameZh: 'SBA 7(a)',
  nameEn: 'SBA 7(a)',
  portfolio,
};

/**
 * Replays a portfolio of guaranteed loans through the real thing: every loan is enrolled, every loss is claimed, reserved
 * and paid from a pool of the portfolio's own, in chunks that are wholly in or wholly out. Replaying a file again, or
 * going on after a crash, pays nothing twice: what is answered are the sums of what stands in the ledger, so a file whose
 * amounts differ from it is refused.
 */
export async function replayPortfolio(
  file: string,
  watch: Watch = {},
): Promise<Result<ReplayTotals, PortfolioRefusal>> {
  const read = await readPortfolio(file, watch);
  if (!read.ok) return read;
  const rows = read.value.map(asRow);
  const changed = await findChanged(rows);
  if (changed !== null)
    return refuse({
      ...{ code: 'compensation.amounts-changed', row: changed + 1 },
      number: read.value[changed]?.number ?? '',
    });
  await prepare(rows);
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = rows.slice(from, from + chunkSize);
    await withBatchTransaction((tx) => replayChunk(tx, chunk));
    watch.onLoans?.(Math.min(rows.length, from + chunkSize), rows.length);
  }
  return accept(await withBatchTransaction((tx) => totalsOf(tx, rows)));
}

const asRow = (loan: PortfolioLoan): PortfolioRow => {
  const day = loan.chargedOffOn ?? startOfLoan(loan);
  const year = claimYear(loan);
  return {
    loanId: portfolioId(portfolio, 'loan', loan.number),
    claimId: portfolioId(portfolio, 'claim', loan.number),
    borrowerId: portfolioId(portfolio, 'borrower', loan.number),
    bankId: portfolioId(portfolio, 'bank', loan.bank),
    startedOn: startOfLoan(loan),
    bankYear: yearOf(startOfLoan(loan)),
    principal: loan.approved,
    guaranteed: loan.guaranteed,
    loss: loan.loss,
    payable: loan.loss > 0n ? payByApprovedShare(loan) : zeroFen,
    determinedOn: day,
    claimYear: year === 'unknown' ? 0 : Number(year),
  };
};

/** Looks before anything is written, some thousand loans at a time, whether any stands in the ledger with other amounts. */
const findChanged = (rows: readonly PortfolioRow[]): Promise<number | null> =>
  withBatchTransaction(async (tx) => {
    for (let from = 0; from < rows.length; from += checkSize) {
      const place = await findChangedPortfolio(tx, rows.slice(from, from + checkSize));
      if (place !== null) return from + place;
    }
    return null;
  });

/**
 * Opens the pool and puts in what the claims that are not paid yet will take beyond what is free in it: a run that was cut
 * off left there what its later chunks did not take. Decided with the pool locked, so each funding is one of its own.
 */
async function prepare(rows: readonly PortfolioRow[]): Promise<void> {
  const unpaid = await withBatchTransaction((tx) => findUnpaidPortfolio(tx, rows));
  const amount = plus(zeroFen, ...unpaid.map((row) => row.payable));
  await withActor(actor, async (tx) => {
    await openPool(tx, pool);
    await lockPool(tx, pool.id);
    const { balance, held } = await moneyIn(tx, poolAccount(pool));
    await fundPool(tx, actor, pool, {
      key: `${pool.code}:funding:${randomUUID()}`,
      from: { kind: 'treasury', payer: portfolio },
      amount: minus(amount, minus(balance, held)),
      on: firstDay(unpaid),
    });
  });
}

const firstDay = (rows: readonly PortfolioRow[]) =>
  rows.reduce(
    (first, row) => (row.determinedOn < first ? row.determinedOn : first),
    rows[0]?.determinedOn ?? ('9999-12-31' as never),
  );

async function replayChunk(tx: BatchTx, rows: readonly PortfolioRow[]): Promise<void> {
  await addPortfolioEnrolments(tx, pool, rows);
  const claims = await addPortfolioClaims(
    tx,
    pool,
    rows.filter((row) => row.loss > 0n),
  );
  const paid = await payPortfolioClaims(tx, actor, pool, claims);
  if (claims.length === 0) return;
  const detail = { pool: pool.code, claims: claims.length, paid };
  await appendAudit(tx, actor, { action: 'compensation.portfolio-replayed', detail });
}

async function totalsOf(tx: BatchTx, rows: readonly PortfolioRow[]): Promise<ReplayTotals> {
  const years = await findPortfolioTotals(tx, rows);
  return {
    loans: rows.length,
    claims: years.reduce((sum, year) => sum + year.claims, 0),
    paid: plus(zeroFen, ...years.map((year) => year.paid)),
    byYear: Object.fromEntries(
      years.map((year) => [year.year === 0 ? 'unknown' : String(year.year), year.paid]),
    ),
  };
}
