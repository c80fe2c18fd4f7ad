import { randomUUID } from 'node:crypto';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { endOf } from '~/domain/objection/regime.ts';
import { citesItem, type RestatementRules, speaksForFirm } from '~/domain/restatement/restatement.ts';
import type { Actor } from '~/server/access/actor.ts';
import { type Application, liveApplications } from '~/server/application/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { findLoansOfFirm } from '~/server/monitoring/store-watch.ts';
import { notify } from '~/server/platform/notify.ts';
import { matchAgain } from '~/server/restatement/match-again.ts';
import type { RestatementOrder } from '~/server/restatement/restate.ts';
import { addNotice, type ChangedRecord, declinedSince, viewersSince } from '~/server/restatement/store.ts';

export type Telling = {
  readonly order: RestatementOrder;
  readonly record: ChangedRecord;
  readonly rules: RestatementRules;
  /** Since when the record, or the score that rested on it, could be read. */
  readonly since: Date;
  readonly declinedSince: Date;
  /** Who saw it, where others than the audit chain of the firm know. */
  readonly viewers?: readonly InstitutionId[] | undefined;
  /** Banks that did not see it are not told, whatever they have yet to decide. */
  readonly nobodyElse?: boolean;
};

type NewNotice = {
  readonly institutionId: InstitutionId;
  readonly kind: 'viewer' | 'open-application' | 'second-look';
  readonly applicationId: string | null;
  readonly fits?: string | null;
  readonly firstBy?: string | null;
};

/**
 * Tells everybody whom a changed record concerns: institutions that saw the old version, banks that have yet to decide,
 * with the product asked again, and banks whose decline cited the record. Loans under watch are looked at again.
 */
export async function tellReaders(tx: Tx, actor: Actor, telling: Telling): Promise<void> {
  const { order, record, rules, since } = telling;
  const { enterpriseId, cause } = order;
  const open = await liveApplications(tx, enterpriseId);
  const undecided = open.filter(
    ({ state, institutionId }) =>
      (state === 'submitted' || state === 'in-review' || state === 'proposed') &&
      (!telling.nobodyElse || telling.viewers?.includes(institutionId)),
  );
  const fits = await matchAgain(tx, undecided);
  for (const application of undecided) await tell(tx, actor, telling, openNotice(application, fits));
  if (speaksForFirm(cause))
    for (const { id, institutionId, reasons, checkerId } of await declinedSince(
      tx,
      enterpriseId,
      telling.declinedSince,
    ))
      if (citesItem(rules, reasons, record.item))
        await tell(tx, actor, telling, {
          institutionId,
          kind: 'second-look',
          applicationId: id,
          firstBy: checkerId,
        });
  const viewers =
    telling.viewers ??
    (await viewersSince(tx, enterpriseId, { item: record.item, since, until: clock.now() }));
  for (const institutionId of viewers)
    await tell(tx, actor, telling, { institutionId, kind: 'viewer', applicationId: null });
  await watchAgain(tx, actor, order);
}

const openNotice = (application: Application, fits: ReadonlyMap<string, string>): NewNotice => ({
  institutionId: application.institutionId,
  kind: 'open-application',
  applicationId: application.id,
  fits: fits.get(application.id) ?? null,
});

async function tell(
  tx: Tx,
  actor: Actor,
  { order, record, rules }: Telling,
  notice: NewNotice,
): Promise<void> {
  const { enterpriseId, ref, cause } = order;
  const id = randomUUID();
  const isTicket = notice.kind !== 'viewer';
  const dueOn =
    notice.kind === 'second-look' ? dateOfDay(endOf(clock.today(), rules.secondLook).lastDay) : null;
  const row = { enterpriseId, id, refId: ref, cause, item: record.item, dueOn, at: clock.now() };
  await addNotice(tx, { ...row, ...notice, state: isTicket ? 'open' : 'told' });
  const { institutionId } = notice;
  await notify(tx, {
    to: { institutionId },
    kind: `restatement.${notice.kind}`,
    params: { item: record.item, cause },
    href: `/bank/restatements/${id}`,
  });
  const type = `restatement.${notice.kind}` as const;
  await recordChange(tx, actor, {
    kind: type,
    enterpriseId,
    institutionId,
    subjectId: id,
    jobs: [
      {
        name: 'institution.spread-webhook',
        payload: { institutionId, type, subjectId: id, ref: randomUUID() },
      },
    ],
  });
}

/** Alerts that rested on the record follow it: what is cured is cleared, what came back is raised. */
async function watchAgain(tx: Tx, actor: Actor, { enterpriseId, ref }: RestatementOrder): Promise<void> {
  const loans = await findLoansOfFirm(tx, enterpriseId);
  for (const loanId of new Set(loans.map(({ id }) => id)))
    await recordChange(tx, actor, {
      kind: 'restatement.watch-ordered',
      enterpriseId,
      subjectId: loanId,
      payload: { ref },
      jobs: [{ name: 'loan.follow-up', payload: { loanId, ref } }],
    });
}
