import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type FirmHomeRow = {
  name: string;
  size_class: string | null;
  consents: number;
  evaluation: boolean;
  sheets: number;
  grade: string | null;
  milli_points: number | null;
  scope: string | null;
  coverage_ppm: number | null;
  needs: number;
  last_need: string | null;
  live_applications: number;
  applications: number;
  loans: number;
  balance_fen: bigint;
  alerts: number;
  reads: number;
  points: number[] | null;
};

/** Everything the firm's home shows, in one query. */
export async function readFirmHome(tx: Tx, id: EnterpriseId, now: Date): Promise<FirmHomeRow | null> {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const [row] = await tx.$queryRaw<FirmHomeRow[]>`
    select e.name, p.size_class,
      (select count(*)::int from consent c where c.enterprise_id = e.id and c.revoked_at is null and c.valid_to > ${now}) as consents,
      exists (select 1 from consent c where c.enterprise_id = e.id and c.purpose = 'evaluation' and c.revoked_at is null and c.paused_at is null
              and c.valid_to > ${now}) as evaluation,
      (select count(*)::int from score_sheet s where s.enterprise_id = e.id and s.scope = 'full') as sheets,
      s.grade, s.milli_points, s.scope, s.coverage_ppm,
      (select count(*)::int from need n where n.enterprise_id = e.id) as needs,
      (select n.id::text from need n where n.enterprise_id = e.id order by n.created_at desc limit 1) as last_need,
      (select count(*)::int from application a where a.enterprise_id = e.id
         and a.state in ('submitted', 'in-review', 'proposed', 'approved', 'accepted', 'contracted')) as live_applications,
      (select count(*)::int from application a where a.enterprise_id = e.id) as applications,
      (select count(*)::int from loan l where l.enterprise_id = e.id and l.state = 'active') as loans,
      (select coalesce(sum(b.balance_fen), 0)::bigint from loan l join loan_balance b on b.enterprise_id = l.enterprise_id
         and b.loan_id = l.id where l.enterprise_id = e.id and l.state = 'active') as balance_fen,
      (select count(*)::int from alert a where a.enterprise_id = e.id and a.state = 'open') as alerts,
      (select count(*)::int from audit_entry x where x.enterprise_id = e.id and x.institution_id is not null
         and x.consent_id is not null and x.at > ${since}) as reads,
      (select array_agg(milli_points order by created_at) from (
         select milli_points, created_at from score_sheet h where h.enterprise_id = e.id and h.scope = s.scope
           and h.milli_points is not null order by created_at desc limit 12) last) as points
    from enterprise e
    left join enterprise_profile p on p.enterprise_id = e.id
    left join lateral (
      select grade, milli_points, scope, coverage_ppm from score_sheet x where x.enterprise_id = e.id
      order by created_at desc limit 1) s on true
    where e.id = ${id}::uuid`;
  return row ?? null;
}

export type DeskFigures = {
  batches: number;
  quarantined: number;
  alerts: number;
  overdue: number;
  expiring: number;
  applied: number;
};

/** The figures on the operator's home. */
export async function readDeskFigures(tx: Tx, now: Date): Promise<DeskFigures> {
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const inMonth = new Date(now.getTime() + 30 * 86_400_000);
  const [row] = await tx.$queryRaw<DeskFigures[]>`
    select (select count(*)::int from record_batch where received_at > ${dayAgo}) as batches,
           (select count(*)::int from quarantine_row where replayed_at is null) as quarantined,
           (select count(*)::int from alert where state <> 'closed') as alerts,
           (select count(*)::int from alert where state = 'open' and due_at < ${now}) as overdue,
           (select count(*)::int from institution where state = 'approved' and assessment_expires_on between ${now} and ${inMonth}) as expiring,
           (select count(*)::int from institution where state = 'applied') as applied`;
  return row ?? { batches: 0, quarantined: 0, alerts: 0, overdue: 0, expiring: 0, applied: 0 };
}
