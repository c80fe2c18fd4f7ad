import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { ownReports } from '~/server/report/store.ts';

const pageSize = 20;

/** The reports that the firm had made, the newest first; `before` is the instant that the page before ended with. */
export async function listReports(actor: Actor, before: Date | null) {
  const { enterpriseId } = asFirm(actor);
  const rows = await withActor(actor, (tx) => ownReports(tx, enterpriseId, { before, limit: pageSize + 1 }));
  const shown = rows.slice(0, pageSize);
  return {
    rows: shown.map(({ body, hash }) => ({
      id: body.id,
      madeAt: body.madeAt,
      scope: body.score?.scope ?? null,
      grade: body.score?.grade ?? null,
      milliPoints: body.score?.milliPoints ?? null,
      hash,
    })),
    next: rows.length > pageSize ? (shown.at(-1)?.body.madeAt ?? null) : null,
  };
}

export type ReportRow = Awaited<ReturnType<typeof listReports>>['rows'][number];
