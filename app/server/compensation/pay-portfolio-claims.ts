import type { EnterpriseId, InstitutionId, LoanId } from '~/domain/kernel/id.ts';
import { type Fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { AccountId } from '~/domain/ledger/account.ts';
import { bankYearScope, poolYearScope } from '~/domain/ledger/limit.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { NewPool } from '~/server/compensation/open-pool.ts';
import { accountOf } from '~/server/compensation/pool-accounts.ts';
import {
  addPortfolioPayments,
  type PortfolioPayment,
  type PortfolioRow,
} from '~/server/compensation/store-portfolio.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import { placeHold } from '~/server/ledger/place-hold.ts';
import { setLimit } from '~/server/ledger/set-limit.ts';
import { settleHold } from '~/server/ledger/settle-hold.ts';

/** Reserves and pays the claims of a chunk in their order, each by a hold of its own; says how much it came to. */
export async function payPortfolioClaims(
  tx: BatchTx,
  actor: Actor,
  pool: NewPool,
  claims: readonly PortfolioRow[],
): Promise<Fen> {
  const due = claims.filter((claim) => claim.payable > 0n);
  if (due.length === 0) return zeroFen;
  const accounts = await openAccounts(tx, pool, due);
  await countYears(tx, actor, pool, due);
  const payments: PortfolioPayment[] = [];
  for (const row of due)
    payments.push({ row, transactionId: await payOne(tx, actor, { pool, accounts, row }) });
  await addPortfolioPayments(tx, pool, payments);
  return plus(zeroFen, ...due.map((row) => row.payable));
}

type Accounts = ReadonlyMap<string, AccountId>;

async function openAccounts(tx: BatchTx, pool: NewPool, rows: readonly PortfolioRow[]): Promise<Accounts> {
  const accounts = new Map([['pool', await accountOf(tx, pool, 'pool')]]);
  for (const bank of new Set(rows.map((row) => row.bankId)))
    accounts.set(bank, await accountOf(tx, pool, 'bank', bank, bank as InstitutionId));
  return accounts;
}

const scopesOfRow = (pool: NewPool, row: PortfolioRow) => [
  bankYearScope(pool.code, row.bankId as InstitutionId, row.claimYear),
  poolYearScope(pool.code, row.claimYear),
];

/** The portfolio has no ceilings: its years are only counted. */
async function countYears(
  tx: BatchTx,
  actor: Actor,
  pool: NewPool,
  rows: readonly PortfolioRow[],
): Promise<void> {
  const scopes = new Set(rows.flatMap((row) => scopesOfRow(pool, row)));
  for (const scope of scopes)
    insist(await setLimit(tx, actor, { scope, ceiling: null, enterpriseId: null, institutionId: null }));
}

async function payOne(
  tx: BatchTx,
  actor: Actor,
  {
    pool,
    accounts,
    row,
  }: { readonly pool: NewPool; readonly accounts: Accounts; readonly row: PortfolioRow },
): Promise<bigint> {
  const [from, to] = [accounts.get('pool'), accounts.get(row.bankId)];
  if (!from || !to) throw new Error('an account is missing');
  const about = {
    enterpriseId: row.borrowerId as EnterpriseId,
    institutionId: row.bankId as InstitutionId,
    loanId: row.loanId as LoanId,
    reference: { kind: 'claim', id: row.claimId },
  };
  const hold = insist(
    await placeHold(tx, actor, {
      ...{
        key: `claim:${row.claimId}:hold:1`,
        kind: 'compensation.paid',
        placedOn: row.determinedOn,
        expiresOn: null,
        about,
      },
      legs: [{ from, to, amount: row.payable }],
      charges: scopesOfRow(pool, row).map((scope) => ({ scope, amount: row.payable })),
    }),
  );
  const payment = { key: `claim:${row.claimId}:payment:1`, effectiveOn: row.determinedOn };
  return insist(await settleHold(tx, actor, hold.holdId, payment)).transactionId;
}
