import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';

export type LateLook = {
  readonly enterpriseId: string;
  readonly id: string;
  readonly institutionId: string;
  readonly applicationId: string;
  readonly dueOn: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
};

/** Second looks whose last day is past, that nobody answered and that were not told on yet. */
export const overdueLooks = (tx: Tx, today: Day) => tx.$queryRaw<LateLook[]>`
  select n.enterprise_id as "enterpriseId", n.id, n.institution_id as "institutionId", n.application_id as "applicationId",
         n.due_on::text as "dueOn", e.name as firm, i.name_zh as "bankZh", i.name_en as "bankEn"
  from restatement_notice n
  join enterprise e on e.id = n.enterprise_id
  join institution i on i.id = n.institution_id
  where n.kind = 'second-look' and n.state = 'open' and n.escalated_on is null and n.due_on < ${today}::date
  order by n.due_on, n.id limit 5000`;
