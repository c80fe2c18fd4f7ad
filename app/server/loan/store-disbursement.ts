import { type Day, day } from '~/domain/kernel/day.ts';
import type { Instalment } from '~/domain/product/schedule.ts';
import type { Application } from '~/server/application/store.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** Adds a disbursed loan with its schedule. */
export async function addLoan(
  tx: Tx,
  loan: Prisma.LoanUncheckedCreateInput,
  schedule: readonly Instalment[],
): Promise<void> {
  await tx.loan.create({ data: loan });
  await tx.instalment.createMany({
    data: schedule.map((part) => ({
      enterpriseId: loan.enterpriseId,
      loanId: loan.id,
      institutionId: loan.institutionId,
      seq: part.seq,
      dueOn: dateOfDay(part.dueOn),
      principalFen: part.principal,
      interestFen: part.interest,
    })),
  });
}

/** The contract's number and day from the bank's signed message. */
export async function contractOf(
  tx: Tx,
  { id }: Application,
): Promise<{ contractNo: string; contractOn: Day }> {
  const event = await tx.applicationEvent.findFirst({
    where: { applicationId: id, kind: 'contracted' },
    orderBy: { id: 'desc' },
  });
  const facts = (event?.message as { facts?: { contractNo?: string; contractOn?: string } } | undefined)
    ?.facts;
  if (!facts?.contractNo || !facts.contractOn)
    throw new Error('a contracted application without its contract');
  return { contractNo: facts.contractNo, contractOn: day(facts.contractOn) };
}
