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
import type { DoorRefusal } from '~/server/privacy/person-door.ts';
import { openReach, type PersonReach, reachDetail } from '~/server/privacy/person-reach.ts';
import { findWholeReport, wholeReportsOf } from '~/server/privacy/store-identity.ts';
import {
  findReport,
  heldAbout,
  lookedAt,
  objectionsOf,
  reportsOf,
  verdictsOf,
} from '~/server/privacy/store-person-rights.ts';

const actor = system('privacy.person');

export type ReportRefusal = DoorRefusal | { readonly code: 'privacy.report-closed' };

/** How many reports a person opened this year, and how many are free. */
export async function reportCount(tx: Tx, reach: PersonReach) {
  const { persons } = await readPrivacyDuties(tx, clock.today());
  const opened = (await reportsOf(tx, reach.subjects)).map(({ at }) => at);
  const whole = reach.scope === 'whole' && reach.check.tag ? await wholeReportsOf(tx, reach.check.tag) : [];
  return countReports([...opened, ...whole].map(dayAt), clock.today(), persons);
}

/** Whether a report of this key is open behind this link. */
export async function isOpenReport(tx: Tx, reach: PersonReach, report: string): Promise<boolean> {
  const found =
    reach.scope === 'whole'
      ? await findWholeReport(tx, reach.check.id, report)
      : await findReport(tx, reach.enterpriseId, reach.person.id, report);
  const { persons } = await readPrivacyDuties(tx, clock.today());
  return found !== null && isReportOpen(found.at, clock.now(), persons);
}

/** What is held about a person as far as their link reaches, and who asked: records, standing, objections, questions. */
export async function reportOf(tx: Tx, reach: PersonReach) {
  const catalogue = await catalogueToday(tx, clock.today());
  const nameOf = (code: string) => {
    const item = catalogue.find((each) => each.code === code);
    return { zh: item?.nameZh ?? code, en: item?.nameEn ?? code };
  };
  const verdicts = await verdictsOf(tx, reach);
  const objections = await objectionsOf(tx, reach.subjects);
  const records = (await heldAbout(tx, reach)).map((held) => {
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
  const looked = (await lookedAt(tx, reach)).map(({ bankZh, bankEn, at, ...line }) => ({
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
    const reach = await openReach(tx, token);
    if (!reach.ok) return reach;
    if (!(await isOpenReport(tx, reach.value, report))) return refuse({ code: 'privacy.report-closed' });
    const { records, looked } = await reportOf(tx, reach.value);
    const told = {
      format: 'xinqiao-person-report/1',
      scope: reach.value.scope === 'whole' ? 'every-firm' : 'one-firm',
      name: reach.value.scope === 'book' ? (reach.value.person.identity?.name ?? null) : null,
      madeAt: clock.now().toISOString(),
      records: records.map(({ id: _, ...record }) => record),
      looked: looked.map(({ id: _, ...line }) => line),
    };
    await appendAudit(tx, actor, {
      action: 'privacy.person-exported',
      enterpriseId: reach.value.enterpriseId,
      detail: { ...reachDetail(reach.value), records: records.length },
    });
    const body = `${JSON.stringify(told, null, 2)}\n`;
    return accept({ name: 'xinqiao-my-data.json', type: 'application/json; charset=utf-8', body });
  });
}
