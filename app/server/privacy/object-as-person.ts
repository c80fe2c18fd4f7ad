import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { objectionDue } from '~/domain/privacy/person-rights.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { platformId } from '~/server/consent/store-chase.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { openReach, reachDetail } from '~/server/privacy/person-reach.ts';
import { isOpenReport, type ReportRefusal } from '~/server/privacy/show-person-report.ts';
import { addPersonObjection, heldAbout, verdictsOf } from '~/server/privacy/store-person-rights.ts';

type ObjectRefusal =
  | ReportRefusal
  | { readonly code: 'privacy.record-not-found' | 'privacy.record-objected' };
type PersonWords = { readonly report: string; readonly record: string; readonly body: string };
const actor = system('privacy.person');

/**
 * A person objects to one record held about them: nothing is answered from it until the platform has checked with the
 * source and answered, in the days of 征信业管理条例 25.
 */
export function objectAsPerson(
  token: string,
  { report, record, body }: PersonWords,
): Promise<Result<'filed', ObjectRefusal>> {
  return withActor(actor, async (tx): Promise<Result<'filed', ObjectRefusal>> => {
    const reach = await openReach(tx, token);
    if (!reach.ok) return reach;
    if (!(await isOpenReport(tx, reach.value, report))) return refuse({ code: 'privacy.report-closed' });
    const held = (await heldAbout(tx, reach.value)).find(({ id }) => id === record);
    if (!held) return refuse({ code: 'privacy.record-not-found' });
    const verdicts = (await verdictsOf(tx, reach.value)).get(record) ?? [];
    if (verdicts.some((verdict) => verdict !== 'refused')) return refuse({ code: 'privacy.record-objected' });
    const { persons } = await readPrivacyDuties(tx, clock.today());
    const [id, at] = [randomUUID(), clock.now()];
    const dueOn = objectionDue(at, persons);
    const { enterpriseId, subjectId, item, providerId } = held;
    const personId = reach.value.scope === 'book' ? reach.value.person.id : null;
    await addPersonObjection(tx, {
      ...{ enterpriseId, id, personId, subjectId, factId: record, item, providerId },
      ...{ filedAt: at, dueOn: dateOfDay(dueOn), words: body },
    });
    await announce(tx, enterpriseId, { ...reachDetail(reach.value), objection: id, item }, dueOn);
    return accept('filed');
  });
}

/** The event, the line in the firm's chain, and the message to the desk that answers. */
async function announce(
  tx: Tx,
  enterpriseId: EnterpriseId,
  detail: { readonly objection: string; readonly item: string } & ReturnType<typeof reachDetail>,
  dueOn: Day,
): Promise<void> {
  const kind = 'privacy.person-objected';
  await recordChange(tx, actor, { kind, enterpriseId, subjectId: detail.objection, payload: detail });
  await appendAudit(tx, actor, { action: 'privacy.person-objected', enterpriseId, detail });
  const platform = await platformId(tx);
  if (!platform) return;
  const roles = ['data-operator'] as const;
  const to = { institutionId: platform };
  await notify(tx, { to, roles, kind, params: { dueOn }, href: '/operator/privacy' });
}
