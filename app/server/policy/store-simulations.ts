import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type NewSimulation = {
  readonly id: string;
  readonly schemeCode: string;
  readonly schemeVersion: number;
  readonly draftId: string | null;
  readonly fileName: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly pool: Fen | null;
  readonly orderedBy: string;
  readonly at: Date;
};

export const addSimulation = (tx: Tx, s: NewSimulation) =>
  tx.policySimulation.createMany({
    data: [
      {
        id: s.id,
        schemeCode: s.schemeCode,
        schemeVersion: s.schemeVersion,
        draftId: s.draftId,
        source: s.fileName === null ? 'platform' : 'file',
        fileName: s.fileName,
        fromOn: dateOfDay(s.from),
        toOn: dateOfDay(s.to),
        poolFen: s.pool,
        orderedBy: s.orderedBy,
        orderedAt: s.at,
      },
    ],
  });

export const addSimulationFile = (tx: Tx, simulationId: string, content: Uint8Array) =>
  tx.policySimulationFile.createMany({ data: [{ simulationId, content: new Uint8Array(content) }] });

export const findSimulationFile = (tx: Tx, simulationId: string) =>
  tx.policySimulationFile.findUnique({ where: { simulationId } });

export const findSimulation = (tx: Tx, id: string) => tx.policySimulation.findUnique({ where: { id } });
export type SimulationRow = NonNullable<Awaited<ReturnType<typeof findSimulation>>>;

/** The latest simulations, without their results. */
export const findSimulations = (tx: Tx, limit: number) =>
  tx.policySimulation.findMany({
    orderBy: [{ orderedAt: 'desc' }, { id: 'asc' }],
    take: limit,
    omit: { result: true },
  });

export const beginSimulation = (tx: Tx, id: string, total: number) =>
  tx.policySimulation.update({
    where: { id },
    data: { state: 'running', loansDone: 0, loansTotal: total },
  });

export const tellProgress = (tx: Tx, id: string, done: number) =>
  tx.policySimulation.update({ where: { id }, data: { loansDone: done } });

export const endSimulation = (tx: Tx, id: string, result: object, at: Date) =>
  tx.$executeRaw`
    update policy_simulation
    set state = 'done', loans_done = loans_total, result = ${JSON.stringify(result)}::jsonb, finished_at = ${at}
    where id = ${id}::uuid`;

export const failSimulation = (tx: Tx, id: string, problem: object, at: Date) =>
  tx.policySimulation.update({
    where: { id },
    data: { state: 'failed', problem, result: Prisma.DbNull, finishedAt: at },
  });

/** Names of the institutions that a result mentions. */
export async function namesOfInstitutions(tx: Tx, ids: readonly string[]) {
  const known = ids.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const rows = await tx.institution.findMany({
    where: { id: { in: [...new Set(known)] } },
    select: { id: true, nameZh: true, nameEn: true },
  });
  return Object.fromEntries(rows.map(({ id, nameZh, nameEn }) => [id, { nameZh, nameEn }]));
}
