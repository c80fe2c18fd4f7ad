import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { countReports, isReportOpen, recordStanding } from '~/domain/privacy/person-rights.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { catalogueToday } from '~/server/consent/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { type DoorRefusal, openDoor } from '~/server/privacy/person-door.ts';
import type { NamedPerson } from '~/server/privacy/store-person.ts';
import {
  findReport,
  heldAbout,
  lookedAt,
  objectionsOfSubject,
  reportsOf,
  verdictsOf,
} from '~/server/privacy/store-person-rights.ts';

const actor = system('privacy.person');

export type ReportRefusal = DoorRefusal | { readonly code: 'privacy.report-closed' };

/** How many reports a person opened this year, and how many are free. */
export async function reportCount(tx: Tx, { subjectId }: NamedPerson) {
  const { persons } = await readPrivacyDuties(tx, clock.today());
  const opened = (await reportsOf(tx, subjectId)).map(({ at }) => dayAt(at));
  return countReports(opened, clock.today(), persons);
}

/** Whether a report of this key is open behind this person's link. */
export async function isOpenReport(
  tx: Tx,
  { enterpriseId, id }: NamedPerson,
  report: string,
): Promise<boolean> {
  const found = await findReport(tx, enterpriseId, id, report);
  const { persons } = await readPrivacyDuties(tx, clock.today());
  return found !== null && isReportOpen(found.at, clock.now(), persons);
}

/** What is held about a person with the firm that named them, and who asked: records, standing, objections, questions. */
export async function reportOf(tx: Tx, person: NamedPerson) {
  const { subjectId } = person;
  const catalogue = await catalogueToday(tx, clock.today());
  const nameOf = (code: string) => {
    const item = catalogue.find((each) => each.code === code);
    return { zh: item?.nameZh ?? code, en: item?.nameEn ?? code };
  };
  const verdicts = await verdictsOf(tx, { subjectId });
  const objections = await objectionsOfSubject(tx, subjectId);
  const records = (await heldAbout(tx, person)).map((held) => {
    const objection = objections.find(({ factId }) => factId === held.id);
    return {
      id: held.id,
      ...{ item: held.item, name: nameOf(held.item), firm: held.firm },
      provider: { zh: held.providerZh, en: held.providerEn },
      knownAt: held.knownAt.toISOString(),
      ...{
        from: held.record.from,
        to: held.record.to,
        amountFen: held.record.amountFen,
        category: held.record.category,
      },
      standing: recordStanding(verdicts.get(held.id) ?? []),
      objection: objection
        ? {
            ...{ verdict: objection.verdict, words: objection.words, answer: objection.answer },
            filedAt: objection.filedAt.toISOString(),
            dueOn: dayOfDate(objection.dueOn) as Day,
          }
        : null,
    };
  });
  const looked = (await lookedAt(tx, person)).map(({ bankZh, bankEn, at, ...line }) => ({
    ...line,
    ...{ name: nameOf(line.item), bank: { zh: bankZh, en: bankEn }, at: at.toISOString() },
  }));
  return { records, looked, today: clock.today() as string };
}

export type PersonReport = Awaited<ReturnType<typeof reportOf>>;

/** The same as a file that other systems read (个人信息保护法 45: portability). */
export function exportPersonReport(
  token: string,
  report: string,
): Promise<Result<{ readonly name: string; readonly type: string; readonly body: string }, ReportRefusal>> {
  return withActor(actor, async (tx) => {
    const door = await openDoor(tx, token);
    if (!door.ok) return door;
    if (!(await isOpenReport(tx, door.value, report))) return refuse({ code: 'privacy.report-closed' });
    const { records, looked } = await reportOf(tx, door.value);
    const told = {
      format: 'xinqiao-person-report/1',
      name: door.value.identity?.name ?? null,
      madeAt: clock.now().toISOString(),
      records: records.map(({ id: _, ...record }) => record),
      looked: looked.map(({ id: _, ...line }) => line),
    };
    const { enterpriseId, id } = door.value;
    await appendAudit(tx, actor, {
      action: 'privacy.person-exported',
      enterpriseId,
      detail: { person: id, records: records.length },
    });
    const body = `${JSON.stringify(told, null, 2)}\n`;
    return accept({ name: 'xinqiao-my-data.json', type: 'application/json; charset=utf-8', body });
  });
}
