import { system } from '~/server/access/actor.ts';
import { anchorAction } from '~/server/audit/chain-check.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** What waits and how old it is. Ages are whole seconds; null when there is nothing to age. */
export type Backlog = {
  readonly unrelayed: number;
  readonly outboxAgeSeconds: number;
  readonly auditHeadAgeSeconds: number | null;
  readonly anchorAgeSeconds: number | null;
};

type Row = {
  readonly unrelayed: number;
  readonly outbox: number | null;
  readonly head: Date | null;
  readonly anchor: Date | null;
};

/** Reads the backlog as the platform. The outbox is dated by the database's clock, the audit log by the business clock. */
export async function readBacklog(): Promise<Backlog> {
  const [row] = await withActor(
    system('metrics'),
    (tx) => tx.$queryRaw<Row[]>`
      select (select count(*)::int from outbox where relayed_at is null) as unrelayed,
             (select extract(epoch from clock_timestamp() - min(created_at))::int from outbox
              where relayed_at is null) as outbox,
             (select max(at) from audit_entry) as head,
             (select max(at) from audit_entry where stream = 'platform' and action = ${anchorAction}) as anchor`,
  );
  const ageOf = (at: Date | null | undefined) =>
    at ? Math.max(0, Math.round((clock.now().getTime() - at.getTime()) / 1000)) : null;
  return {
    unrelayed: row?.unrelayed ?? 0,
    outboxAgeSeconds: Math.max(0, row?.outbox ?? 0),
    auditHeadAgeSeconds: ageOf(row?.head),
    anchorAgeSeconds: ageOf(row?.anchor),
  };
}
