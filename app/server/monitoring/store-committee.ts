import { grouped } from '~/domain/kernel/group.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Severity } from '~/domain/monitoring/case.ts';
import type { CommitteeStep, CommitteeStepKind, MeasureKind } from '~/domain/monitoring/committee.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

export type CommitteeRow = {
  readonly id: string;
  readonly enterpriseId: string;
  readonly state: string;
  readonly firm: string;
};

/** A committee with its row locked, so that two votes are counted one after the other. */
export async function lockCommittee(tx: Tx, id: string): Promise<CommitteeRow | null> {
  const [row] = await tx.$queryRaw<CommitteeRow[]>`
    select c.id, c.enterprise_id as "enterpriseId", c.state, e.name as firm
    from creditor_committee c join enterprise e on e.id = c.enterprise_id where c.id = ${id}::uuid for update of c`;
  return row ?? null;
}

/** The last committee of a firm. */
export async function findCommitteeOf(tx: Tx, enterpriseId: string): Promise<CommitteeRow | null> {
  const [row] = await tx.$queryRaw<CommitteeRow[]>`
    select c.id, c.enterprise_id as "enterpriseId", c.state, e.name as firm
    from creditor_committee c join enterprise e on e.id = c.enterprise_id
    where c.enterprise_id = ${enterpriseId}::uuid order by c.called_at desc, c.id limit 1`;
  return row ?? null;
}

/** Committees to which a bank was invited, live ones first. */
export const findCommitteesWith = (tx: Tx, institutionId: InstitutionId) => tx.$queryRaw<CommitteeRow[]>`
  select c.id, c.enterprise_id as "enterpriseId", c.state, e.name as firm
  from creditor_committee c join enterprise e on e.id = c.enterprise_id
  where exists (select 1 from committee_step s where s.enterprise_id = c.enterprise_id and s.committee_id = c.id
                and s.kind = 'invited' and s.institution_id = ${institutionId}::uuid)
  order by (c.state = 'closed'), c.called_at desc, c.id limit 50`;

export type StepRow = CommitteeStep & { readonly bankZh: string | null; readonly bankEn: string | null };

type DatedRow = Omit<StepRow, 'at'> & { readonly committeeId: string; readonly at: Date };

/** The minutes of a committee, in order, with the names of the banks. */
export const findSteps = async (tx: Tx, row: CommitteeRow): Promise<StepRow[]> =>
  (await findMinutes(tx, [row])).get(row.id) ?? [];

/** The minutes of some committees, by committee. */
export async function findMinutes(tx: Tx, of: readonly CommitteeRow[]): Promise<Map<string, StepRow[]>> {
  const firms = of.map(({ enterpriseId }) => enterpriseId);
  const rows = await tx.$queryRaw<DatedRow[]>`
    select s.committee_id as "committeeId", s.kind, s.institution_id as "institutionId", s.measure_id as "measureId", s.measure, s.until_day::text as "untilDay",
           s.text, s.at, i.name_zh as "bankZh", i.name_en as "bankEn"
    from committee_step s left join institution i on i.id = s.institution_id
    where s.enterprise_id = any(${firms}::uuid[]) and s.committee_id = any(${of.map(({ id }) => id)}::uuid[]) order by s.id`;
  return grouped(
    rows,
    ({ committeeId }) => committeeId,
    ({ committeeId: _, at, ...row }): StepRow => ({ ...row, at: at.toISOString() }),
  );
}

export type NewStep = {
  readonly kind: CommitteeStepKind;
  readonly institutionId?: string | null;
  readonly measureId?: string | null;
  readonly measure?: MeasureKind | null;
  readonly untilDay?: string | null;
  readonly text?: string;
  readonly userId?: string | null;
};

export const addStep = (
  tx: Tx,
  { id, enterpriseId }: Pick<CommitteeRow, 'id' | 'enterpriseId'>,
  step: NewStep,
) =>
  tx.$executeRaw`
    insert into committee_step (enterprise_id, committee_id, kind, institution_id, measure_id, measure, until_day, text, user_id, at)
    values (${enterpriseId}::uuid, ${id}::uuid, ${step.kind}, ${step.institutionId ?? null}::uuid, ${step.measureId ?? null}::uuid,
            ${step.measure ?? null}, ${step.untilDay ?? null}::date, ${step.text ?? ''}, ${step.userId ?? null}::uuid, ${clock.now()})`;

export const addCommittee = (tx: Tx, committee: { id: string; enterpriseId: string; alertId: string }) =>
  tx.creditorCommittee.createMany({ data: [{ ...committee, calledAt: clock.now() }] });

export const changeCommittee = (tx: Tx, { id, enterpriseId }: CommitteeRow, state: string) =>
  tx.creditorCommittee.updateMany({ where: { enterpriseId, id }, data: { state } });

/** Banks with a live loan to a firm, signed by it or by a firm for whose debts it answers. */
export const findLendersOf = (tx: Tx, enterpriseId: string) =>
  tx.$queryRaw<{ id: InstitutionId }[]>`
    select distinct l.institution_id as id from watched_loan l
    where l.enterprise_id = ${enterpriseId}::uuid and l.state = 'active' order by 1`;

/** How severe the live cases of a firm are. */
export async function findSeverities(tx: Tx, enterpriseId: string): Promise<Severity[]> {
  const rows = await tx.alert.findMany({
    where: { enterpriseId, state: { not: 'closed' } },
    select: { severity: true },
  });
  return rows.map(({ severity }) => severity as Severity);
}
