import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type FirmLine = {
  readonly id: string;
  readonly needId: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly productZh: string;
  readonly productEn: string;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly state: string;
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
  readonly offerUntil: string | null;
};

/** The applications of a firm, live ones first, then the latest. */
export const firmLines = (tx: Tx, id: EnterpriseId) => tx.$queryRaw<FirmLine[]>`
  select a.id, a.need_id as "needId", i.name_zh as "bankZh", i.name_en as "bankEn", coalesce(p.name_zh, '') as "productZh",
         coalesce(p.name_en, '') as "productEn", a.amount_fen::text as "amountFen", a.term_months as "termMonths", a.state,
         a.submitted_at as "submittedAt",
         case a.state when 'submitted' then a.pickup_due_at when 'in-review' then a.decision_due_at
                      when 'proposed' then a.decision_due_at end as "dueAt",
         (select max(o.valid_until)::text from offer o where o.enterprise_id = a.enterprise_id and o.application_id = a.id
            and o.state = 'open') as "offerUntil"
  from application a
  join institution i on i.id = a.institution_id
  left join product p on p.id = a.product_id
  where a.enterprise_id = ${id}::uuid
  order by (a.closed_at is not null), a.submitted_at desc, a.id limit 200`;
