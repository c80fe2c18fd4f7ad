import { openDemand } from '~/domain/guarantee/fee.ts';
import type { CoverContract } from '~/domain/guarantee/payers.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';

export type Contract = NonNullable<Awaited<ReturnType<typeof findContract>>>;
export type ShareRow = { readonly payer: string; readonly sharePpm: number; readonly amountFen: string };

export const findContract = (tx: Tx, id: string) => tx.guaranteeContract.findFirst({ where: { id } });

/** The contract with its row held until the transaction ends. */
export async function lockContract(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from guarantee_contract where id = ${id}::uuid for update`;
  return findContract(tx, id);
}

/** Adds a contract unless this guarantor has a live one on the loan; says whether it did. */
export async function addContract(tx: Tx, data: Prisma.GuaranteeContractCreateManyInput): Promise<boolean> {
  const { count } = await tx.guaranteeContract.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

export const changeContract = (
  tx: Tx,
  { enterpriseId, id }: { enterpriseId: string; id: string },
  data: Prisma.GuaranteeContractUpdateManyMutationInput,
) => tx.guaranteeContract.updateMany({ where: { enterpriseId, id }, data });

export const addEvent = (tx: Tx, data: Prisma.GuaranteeEventCreateManyInput) =>
  tx.guaranteeEvent.createMany({ data: [data] });

export const findEvent = (tx: Tx, id: string) => tx.guaranteeEvent.findFirst({ where: { id } });

/** What a contract paid, got back and took in fees. */
export async function sumsOf(tx: Tx, contractId: string): Promise<{ paid: Fen; recovered: Fen; fees: Fen }> {
  const [row] = await tx.$queryRaw<{ paid: bigint; recovered: bigint; fees: bigint }[]>`
    select coalesce(sum(amount_fen) filter (where kind = 'paid'), 0)::bigint as paid,
           coalesce(sum(amount_fen) filter (where kind = 'recovered'), 0)::bigint as recovered,
           coalesce(sum(amount_fen) filter (where kind = 'fee'), 0)::bigint as fees
    from guarantee_event where contract_id = ${contractId}::uuid`;
  return { paid: fen(row?.paid ?? 0n), recovered: fen(row?.recovered ?? 0n), fees: fen(row?.fees ?? 0n) };
}

/** What the bank asks to be paid under a contract and has no answer to yet; null when nothing. */
export async function findDemand(tx: Tx, contractId: string) {
  const steps = await tx.guaranteeEvent.findMany({
    where: { contractId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  return openDemand(steps);
}

/** Part of a loan that live contracts cover already, in ppm; `except` is left out. */
export async function coveredPart(tx: Tx, loanId: string, except: string | null = null): Promise<number> {
  const [row] = await tx.$queryRaw<{ ppm: number }[]>`
    select coalesce(sum(share_ppm), 0)::int as ppm from guarantee_contract
    where loan_id = ${loanId}::uuid and state in ('requested', 'proposed', 'in-force')
      and id is distinct from ${except}::uuid`;
  return row?.ppm ?? 0;
}

/** Contracts in force on a loan, the older first. */
export const findCovering = (tx: Tx, loanId: string) =>
  tx.guaranteeContract.findMany({
    where: { loanId, state: 'in-force' },
    orderBy: [{ agreedOn: 'asc' }, { id: 'asc' }],
  });

/** The contracts that bear a part of a loan's loss, with what each got back. */
export async function findCover(
  tx: Tx,
  loanId: string,
): Promise<(CoverContract & { readonly recovered: Fen })[]> {
  const covers: (CoverContract & { readonly recovered: Fen })[] = [];
  for (const row of await findCovering(tx, loanId)) {
    if (!row.agreedOn || !row.endsOn) continue;
    const shares = (row.shares as ShareRow[] | null) ?? [];
    covers.push({
      id: row.id,
      kind: row.kind as CoverContract['kind'],
      agreedOn: dayOfDate(row.agreedOn),
      endsOn: dayOfDate(row.endsOn),
      waitingDays: row.waitingDays,
      shares: shares
        .filter((share) => share.payer !== 'bank')
        .map((share) => ({ payer: share.payer, share: ppm(share.sharePpm) })),
      liability: fen(row.liabilityFen),
      ...(await sumsOf(tx, row.id)),
    });
  }
  return covers;
}

/** The loan that a bank wants covered, as the bank sees it. */
export async function findLoanToCover(tx: Tx, loanId: string) {
  const [row] = await tx.$queryRaw<LoanToCover[]>`
    select l.id, l.enterprise_id, l.institution_id, l.contract_no, l.principal_fen, l.purpose, l.maturity_on::text, l.state,
           e.name as firm, coalesce(p.size_class, 'undetermined') as size, coalesce(e.industry_code, '') as industry
    from loan l join enterprise e on e.id = l.enterprise_id
    left join enterprise_profile p on p.enterprise_id = l.enterprise_id where l.id = ${loanId}::uuid`;
  return row ?? null;
}

export type LoanToCover = {
  id: string;
  enterprise_id: string;
  institution_id: string;
  contract_no: string;
  principal_fen: bigint;
  purpose: string;
  maturity_on: string;
  state: string;
  firm: string;
  size: string;
  industry: string;
};

/** An institution by its id, for what it is and how it is called. */
export const findInstitution = (tx: Tx, id: string) => tx.institution.findUnique({ where: { id } });

/** The name of a firm. */
export async function nameOfFirm(tx: Tx, id: string): Promise<string> {
  return (await tx.enterprise.findUniqueOrThrow({ where: { id } })).name;
}
