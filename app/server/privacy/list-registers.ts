import type { AssessmentTrigger } from '~/domain/privacy/assessment.ts';
import { breachClocks, runningClock } from '~/domain/privacy/breach.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { allAssessments, allBreaches, eventsOfBreaches } from '~/server/privacy/store-registers.ts';

/** Both registers as lists, with what is due. */
export function listRegisters(actor: Actor) {
  const { userId } = asPerson(actor);
  return withActor(actor, async (tx) => ({
    assessments: (await allAssessments(tx)).map((row) => assessmentView(row, userId)),
    breaches: await breachLines(tx),
    retention: (await readPrivacyDuties(tx, clock.today())).retention,
    today: clock.today(),
    now: clock.now().toISOString(),
  }));
}

type AssessmentRow = Awaited<ReturnType<typeof allAssessments>>[number];

/** An assessment as pages show it. */
export const assessmentView = (row: AssessmentRow, reader: string) => ({
  ...{ id: row.id, title: row.title, processing: row.processing, necessity: row.necessity },
  ...{ risks: row.risks, measures: row.measures, makerName: row.makerName, approverName: row.approverName },
  level: row.level as 'low' | 'medium' | 'high',
  triggers: row.triggers as AssessmentTrigger[],
  madeAt: row.madeAt.toISOString(),
  approvedAt: row.approvedAt?.toISOString() ?? null,
  reviewDue: row.reviewDue && dayOfDate(row.reviewDue),
  keepUntil: row.keepUntil && dayOfDate(row.keepUntil),
  mayApprove: row.approvedAt === null && row.madeBy !== reader,
});

async function breachLines(tx: Tx) {
  const { breach } = await readPrivacyDuties(tx, clock.today());
  const rows = await allBreaches(tx);
  const events = await eventsOfBreaches(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, title, discoveredAt }) => {
    const done = events.filter(({ breachId }) => breachId === id).map(({ step }) => step);
    const running = runningClock(breachClocks(discoveredAt, breach), done);
    return {
      ...{
        id,
        title,
        discoveredAt: discoveredAt.toISOString(),
        last: done.at(-1) ?? ('registered' as const),
      },
      next: done.includes('closed')
        ? null
        : running && { step: running.step, due: running.due.toISOString() },
    };
  });
}
