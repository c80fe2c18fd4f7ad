import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import { clock } from '~/server/clock.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';

/** A loan of a portfolio as it is written: all ids are derived from the names in its file. */
export type PortfolioRow = {
  readonly loanId: string;
  readonly claimId: string;
  readonly borrowerId: string;
  readonly bankId: string;
  readonly startedOn: Day;
  readonly bankYear: number;
  readonly principal: Fen;
  readonly guaranteed: Fen;
  readonly loss: Fen;
  readonly payable: Fen;
  readonly determinedOn: Day;
  /** 0 where the file has no day for the loss. */
  readonly claimYear: number;
};

type Pool = { readonly id: string; readonly schemeCode: string };

const column = <K extends keyof PortfolioRow>(rows: readonly PortfolioRow[], key: K): string[] =>
  rows.map((row) => String(row[key]));

/** Claims with a loss that nothing was paid on yet. */
export async function findUnpaidPortfolio(
  tx: BatchTx,
  rows: readonly PortfolioRow[],
): Promise<PortfolioRow[]> {
  const wanted = rows.filter((row) => row.payable > 0n);
  const { rows: paid } = await tx.client.query<{ claim_id: string }>(
    'select claim_id from claim_payment where claim_id = any($1::uuid[])',
    [column(wanted, 'claimId')],
  );
  const done = new Set(paid.map((row) => row.claim_id));
  return wanted.filter((row) => !done.has(row.claimId));
}

/**
 * Place of the first loan that is written already with another principal, guarantee, loss or amount payable; null where
 * none is. A loss on a loan that was written without one is new, not changed.
 */
export async function findChangedPortfolio(
  tx: BatchTx,
  rows: readonly PortfolioRow[],
): Promise<number | null> {
  const keys = ['borrowerId', 'loanId', 'claimId', 'principal', 'guaranteed', 'loss', 'payable'] as const;
  const { rows: changed } = await tx.client.query<{ place: number }>(
    `select (w.place - 1)::int as place
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
       with ordinality w (borrower, loan, claim, principal, guaranteed, loss, payable, place)
     left join enrolment e on e.enterprise_id = w.borrower and e.id = w.loan
     left join compensation_claim c on c.enterprise_id = w.borrower and c.id = w.claim
     where e.principal_fen <> w.principal or e.ceiling_fen <> w.guaranteed
       or c.loss_fen <> w.loss or c.payable_fen <> least(w.payable, w.loss)
     order by w.place limit 1`,
    keys.map((key) => column(rows, key)),
  );
  return changed[0]?.place ?? null;
}

/** Enrols loans by sets; a loan that is enrolled already stays as it is. A loan of nothing cannot be enrolled. */
export const addPortfolioEnrolments = (tx: BatchTx, pool: Pool, rows: readonly PortfolioRow[]) => {
  const real = rows.filter((row) => row.principal > 0n);
  return tx.client.query(
    `insert into enrolment (enterprise_id, id, loan_id, institution_id, pool_id, scheme_code, scheme_version, mode, bank_year,
       principal_fen, flags, share_ppm, ceiling_fen, lines, enrolled_on, enrolled_at)
     select borrower, loan, loan, bank, $1, $2, 1, 'bank', year, principal, '{}', null, ceiling, '[]', started, $3
     from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::bigint[], $9::bigint[], $10::date[])
       r (borrower, loan, bank, year, principal, ceiling, started)
     on conflict do nothing`,
    [
      ...[pool.id, pool.schemeCode, clock.now()],
      ...(
        ['borrowerId', 'loanId', 'bankId', 'bankYear', 'principal', 'guaranteed', 'startedOn'] as const
      ).map((key) => column(real, key)),
    ],
  );
};

/** Claims on losses by sets; returns those that are new, in the serial order of their losses. */
export async function addPortfolioClaims(
  tx: BatchTx,
  pool: Pool,
  rows: readonly PortfolioRow[],
): Promise<PortfolioRow[]> {
  const keys = [
    'borrowerId',
    'claimId',
    'loanId',
    'bankId',
    'determinedOn',
    'startedOn',
    'claimYear',
    'loss',
    'payable',
  ] as const;
  const { rows: added } = await tx.client.query<{ id: string }>(
    `insert into compensation_claim (enterprise_id, id, enrolment_id, loan_id, institution_id, pool_id, state, determined_on,
       enrolled_on, claim_year, mode, unpaid_fen, recovered_before_fen, guarantor_fen, insurer_fen, loss_fen, causes, evidence,
       payable_fen, lines, claimed_by, claimed_at)
     select borrower, claim, loan, loan, bank, $1, 'paid', determined, started, year, 'bank', loss, 0, 0, 0, loss, '["market"]',
       '[]', least(payable, loss), '[]', $2::uuid, $3
     from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::date[], $9::date[], $10::int[], $11::bigint[], $12::bigint[])
       r (borrower, claim, loan, bank, determined, started, year, loss, payable)
     on conflict do nothing returning id`,
    [pool.id, portfolioHand, clock.now(), ...keys.map((key) => column(rows, key))],
  );
  const fresh = new Set(added.map((row) => row.id));
  return rows.filter((row) => fresh.has(row.claimId)).toSorted(byTurn);
}

const byTurn = (a: PortfolioRow, b: PortfolioRow): number => {
  const [one, other] = [
    `${a.determinedOn} ${a.startedOn} ${a.claimId}`,
    `${b.determinedOn} ${b.startedOn} ${b.claimId}`,
  ];
  return one < other ? -1 : 1;
};

/** No person claims in a replay: the id that stands for the platform. */
const portfolioHand = '00000000-0000-8000-8000-000000000000';

export type PortfolioPayment = { readonly row: PortfolioRow; readonly transactionId: bigint };

export const addPortfolioPayments = (tx: BatchTx, pool: Pool, payments: readonly PortfolioPayment[]) => {
  const rows = payments.map((payment) => payment.row);
  const keys = ['borrowerId', 'claimId', 'loanId', 'bankId', 'payable', 'determinedOn'] as const;
  return tx.client.query(
    `insert into claim_payment (enterprise_id, id, claim_id, loan_id, institution_id, pool_id, amount_fen, transaction_id, paid_on, at)
     select borrower, id, claim, loan, bank, $1, amount, transaction, paid, $2
     from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[], $8::date[], $9::uuid[], $10::bigint[])
       r (borrower, claim, loan, bank, amount, paid, id, transaction)`,
    [
      ...[pool.id, clock.now()],
      ...keys.map((key) => column(rows, key)),
      rows.map(() => randomUUID()),
      payments.map((payment) => String(payment.transactionId)),
    ],
  );
};

/** Claims and what was paid on them by year, of the loans in question: sums of the postings of the ledger. */
export async function findPortfolioTotals(
  tx: BatchTx,
  rows: readonly PortfolioRow[],
): Promise<{ year: number; claims: number; paid: Fen }[]> {
  const lost = rows.filter((row) => row.loss > 0n);
  const { rows: years } = await tx.client.query<{ year: number; claims: number; paid: string }>(
    `select c.claim_year as year, count(*)::int as claims, coalesce(sum(p.paid), 0)::bigint::text as paid
     from unnest($1::uuid[], $2::uuid[]) w (borrower, claim)
     join compensation_claim c on c.enterprise_id = w.borrower and c.id = w.claim
     left join lateral (
       select sum(g.amount_fen) as paid
       from claim_payment m join ledger_posting g on g.transaction_id = m.transaction_id and g.amount_fen > 0
       where m.enterprise_id = c.enterprise_id and m.claim_id = c.id
     ) p on true
     group by 1 order by 1`,
    [column(lost, 'borrowerId'), column(lost, 'claimId')],
  );
  return years.map((year) => ({ year: year.year, claims: year.claims, paid: fen(BigInt(year.paid)) }));
}
