import type { Day } from '~/domain/kernel/day.ts';
import type { Severity } from '~/domain/monitoring/case.ts';
import type { Reader, Tx } from '~/server/db/client.ts';

export type LadderCase = {
  enterprise_id: string;
  institution_id: string;
  severity: Severity;
  state: string;
  raised_at: Date;
  /** Somebody at the lender wrote a note, took a measure or closed it. */
  taken_up: boolean;
};

/** A case with whether its lender did anything about it, its row locked. */
export async function findLadderCase(tx: Tx, id: string): Promise<LadderCase | null> {
  const [row] = await tx.$queryRaw<LadderCase[]>`
    select a.enterprise_id, a.institution_id, a.severity, a.state, a.raised_at,
           exists (select 1 from alert_event e where e.enterprise_id = a.enterprise_id and e.alert_id = a.id
                   and e.party = 'institution' and e.kind not in ('assigned', 'snoozed')) as taken_up
    from alert a where a.id = ${id}::uuid for update`;
  return row ?? null;
}

/** The body of the handling rules in force on a day, unread; for the batch role, too. */
export async function findHandlingBody(tx: Reader, on: Day): Promise<unknown> {
  const [row] = await tx.$queryRaw<{ body: unknown }[]>`
    select body from policy_version
    where code = 'alert-handling' and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    order by version desc limit 1`;
  return row?.body ?? null;
}
