import type { Prisma, Tx } from '~/server/db/client.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

/** The bank's loans with these contract numbers, locked so that nobody books on them meanwhile. */
export async function lockLoansByContract(
  tx: Tx,
  institutionId: string,
  contractNos: readonly string[],
): Promise<Loan[]> {
  await tx.$queryRaw`
    select 1 from loan where institution_id = ${institutionId}::uuid and contract_no = any(${[...contractNos]})
    order by id for update`;
  return tx.loan.findMany({ where: { institutionId, contractNo: { in: [...contractNos] } } });
}

export type KnownPayment = {
  readonly loanId: string;
  readonly serialNo: string | null;
  readonly paidOn: Date;
  readonly principalFen: bigint;
  readonly interestFen: bigint;
  readonly penaltyFen: bigint;
};

/** Payments that the bank already booked under these numbers. */
export const findBySerial = (
  tx: Tx,
  institutionId: string,
  serials: readonly string[],
): Promise<KnownPayment[]> =>
  tx.repayment.findMany({ where: { institutionId, serialNo: { in: [...serials] } } });

export const findFileByHash = (tx: Tx, institutionId: string, sha256: string) =>
  tx.repaymentFile.findFirst({ where: { institutionId, sha256 } });

export async function addFile(
  tx: Tx,
  file: Prisma.RepaymentFileCreateManyInput,
  rejects: readonly Prisma.RepaymentRejectCreateManyInput[],
): Promise<void> {
  await tx.repaymentFile.createMany({ data: [file] });
  if (rejects.length > 0) await tx.repaymentReject.createMany({ data: [...rejects] });
}

export const findFile = (tx: Tx, id: string) => tx.repaymentFile.findFirst({ where: { id } });

export const findFiles = (tx: Tx, take: number, skip: number) =>
  tx.repaymentFile.findMany({ orderBy: [{ uploadedAt: 'desc' }, { id: 'asc' }], take, skip });

export const findRejects = (tx: Tx, fileId: string, take: number, skip = 0) =>
  tx.repaymentReject.findMany({ where: { fileId }, orderBy: { rowNo: 'asc' }, take, skip });
