import type { SubjectId } from '~/domain/privacy/person.ts';
import { recordStanding } from '~/domain/privacy/person-rights.ts';
import type { PersonRecord } from '~/domain/privacy/question.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordsOf } from '~/server/privacy/store-person-fact.ts';
import { verdictsOf } from '~/server/privacy/store-person-rights.ts';

/** The records of an item from which questions are answered: without those struck, and whether the person disputes one. */
export async function recordsStanding(
  tx: Tx,
  subjectId: SubjectId,
  item: string,
): Promise<{ readonly records: readonly PersonRecord[]; readonly suspended: boolean }> {
  const found = await recordsOf(tx, subjectId, item);
  const verdicts = await verdictsOf(tx, { subjects: found.map((fact) => fact.subjectId) });
  const held = found.map(({ id, record }) => ({
    record,
    standing: recordStanding(verdicts.get(id) ?? []),
  }));
  return {
    records: held.filter(({ standing }) => standing !== 'struck').map(({ record }) => record),
    suspended: held.some(({ standing }) => standing === 'suspended'),
  };
}
