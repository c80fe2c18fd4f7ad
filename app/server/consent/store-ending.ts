import type { Tx } from '~/server/db/client.ts';

type Ending = { id: string; enterpriseId: string; recipientZh: string; recipientEn: string };

/** Consents still in force that end in a span, with the recipient's name; those that served their matter are left out. */
export const consentsEnding = (tx: Tx, from: Date, until: Date) => tx.$queryRaw<Ending[]>`
  select c.id, c.enterprise_id as "enterpriseId", i.name_zh as "recipientZh", i.name_en as "recipientEn"
  from consent c
  join institution i on i.id = c.institution_id or (c.institution_id is null and i.kind = 'platform')
  where c.revoked_at is null and c.valid_to > ${from} and c.valid_to <= ${until}
    and not exists (select 1 from application a where a.enterprise_id = c.enterprise_id and a.consent_id = c.id
                      and c.fetch_type = 'one-time' and a.closed_at is not null)
  order by c.enterprise_id, c.id`;
