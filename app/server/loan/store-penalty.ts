import type { PenaltyTerms } from '~/domain/loan/penalty.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

/** Keeps what the contract says of penalty interest with the loan. */
export const savePenaltyTerms = (
  tx: Tx,
  { enterpriseId, id }: Loan,
  { overduePpm, misusePpm, compounds }: PenaltyTerms,
) =>
  tx.loan.updateMany({
    where: { enterpriseId, id },
    data: { penaltyOverduePpm: overduePpm, penaltyMisusePpm: misusePpm, penaltyCompounds: compounds },
  });

/** The bank's loan whose contract said something of penalty interest last. */
export const findLastTerms = (tx: Tx, institutionId: string) =>
  tx.loan.findFirst({
    where: { institutionId, penaltyOverduePpm: { not: null } },
    orderBy: [{ recordedAt: 'desc' }, { id: 'asc' }],
  });

export const addFindings = (tx: Tx, data: Prisma.PenaltyFindingCreateManyInput[]) =>
  tx.penaltyFinding.createMany({ data });

type FindingRow = {
  contract_no: string;
  loan_id: string;
  firm: string;
  paid_on: string;
  expected_fen: bigint;
  stated_fen: bigint;
};

/** Findings on the payments of one file, by contract and day. */
export const findFindings = (tx: Tx, fileId: string, limit: number) =>
  tx.$queryRaw<FindingRow[]>`
    select l.contract_no, l.id as loan_id, e.name as firm, f.paid_on::text, f.expected_fen, f.stated_fen
    from penalty_finding f
    join loan l on l.enterprise_id = f.enterprise_id and l.id = f.loan_id
    join enterprise e on e.id = f.enterprise_id
    where f.file_id = ${fileId}::uuid order by l.contract_no, f.paid_on, f.repayment_id limit ${limit}`;
