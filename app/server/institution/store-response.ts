import type { ResponseTimes } from '~/domain/institution/response-times.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { namesOfInstitutions } from '~/server/institution/store-names.ts';

export type MeasuredResponse = ResponseTimes & {
  readonly institutionId: InstitutionId;
  readonly measuredOn: Day;
};

/** The measures that stand, the soonest decision first. */
export async function readResponses(tx: Tx): Promise<MeasuredResponse[]> {
  const rows = await tx.bankResponse.findMany({
    orderBy: [{ decisionDays: { sort: 'asc', nulls: 'last' } }, { institutionId: 'asc' }],
  });
  return rows.map((row) => ({
    ...row,
    institutionId: row.institutionId as InstitutionId,
    measuredOn: dayOfDate(row.measuredOn),
  }));
}

/** The measures that stand with the names of their banks, the soonest decision first. */
export async function readNamedResponses(tx: Tx) {
  const measured = await readResponses(tx);
  const names = await namesOfInstitutions(
    tx,
    measured.map((each) => each.institutionId),
  );
  return measured.flatMap((each) => {
    const name = names.get(each.institutionId);
    return name ? [{ ...each, ...name }] : [];
  });
}

/** What the ranking reads: working days in which a bank usually decides. */
export async function readDecisionDays(tx: Tx): Promise<Map<InstitutionId, number>> {
  const measured = await readResponses(tx);
  return new Map(
    measured.flatMap((each) =>
      each.decisionDays === null ? [] : [[each.institutionId, each.decisionDays] as const],
    ),
  );
}

/** Puts new measures in the place of all that stood. */
export async function storeResponses(
  tx: Tx,
  measured: ReadonlyMap<string, ResponseTimes>,
  on: Day,
): Promise<void> {
  await tx.bankResponse.deleteMany({ where: { institutionId: { notIn: [...measured.keys()] } } });
  for (const [institutionId, times] of measured) {
    const row = { ...times, measuredOn: dateOfDay(on) };
    await tx.bankResponse.upsert({
      where: { institutionId },
      create: { institutionId, ...row },
      update: row,
    });
  }
}
