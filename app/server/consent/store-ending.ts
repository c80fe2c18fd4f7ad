import { Prisma, type Tx } from '~/server/db/client.ts';

type Ending = {
  id: string;
  enterpriseId: string;
  /** Of a natural person behind the firm. */
  isPersonal: boolean;
  href: string;
  recipientZh: string;
  recipientEn: string;
  endsAt: Date;
};

/** Where the firm finds a consent `c`. */
const page = Prisma.sql`case when c.person_id is null then '/my/consents/' || c.id else '/my/persons#' || c.id end`;

/**
 * Consents of firms and of the people behind them still in force that end in a span and whose firm was not told of it, with
 * the recipient's name; those that served their matter are left out, and those that were given for fewer days than the
 * reminder comes before their end.
 */
export const consentsEnding = (tx: Tx, from: Date, until: Date, remindDays: number) => tx.$queryRaw<Ending[]>`
  select c.id, c.enterprise_id as "enterpriseId", c.person_id is not null as "isPersonal", ${page} as href,
         i.name_zh as "recipientZh", i.name_en as "recipientEn", c.valid_to as "endsAt"
  from any_consent c
  join institution i on i.id = c.institution_id or (c.institution_id is null and i.kind = 'platform')
  where c.revoked_at is null and c.valid_to > ${from} and c.valid_to <= ${until}
    and c.valid_to - c.granted_at >= make_interval(days => ${remindDays})
    and not exists (select 1 from notification n where n.enterprise_id = c.enterprise_id
                      and n.kind in ('consent.expiring', 'privacy.person-expiring') and n.href = ${page})
    and not exists (select 1 from application a where a.enterprise_id = c.enterprise_id and a.consent_id = c.id
                      and c.fetch_type = 'one-time' and a.closed_at is not null)
  order by c.enterprise_id, c.id`;
