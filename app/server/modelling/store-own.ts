import type { Day } from '~/domain/kernel/day.ts';
import type { OwnLoan } from '~/domain/modelling/own-loans.ts';
import type { Tx } from '~/server/db/client.ts';

type Row = {
  id: string;
  enterprise_id: string;
  is_renewal: boolean;
  granted: Day;
  settled: Day | null;
  lost: Day | null;
  classes: { on: Day; days: number }[] | null;
};

/** So many loans, the latest, are read at once. */
const mostLoans = 50_000;

/**
 * Loans granted before a day with what became of them. Days past due and losses are those of the money through every
 * renewal, which resets neither, as last reckoned for each day (domain.md edge case 14); a loan is settled when all are.
 */
export async function loansBefore(tx: Tx, before: Day): Promise<OwnLoan[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select l.id, l.enterprise_id, l.renews_loan_id is not null as is_renewal, l.disbursed_on::text as granted,
           (select case when bool_and(r.settled_on is not null) then max(r.settled_on) end::text from loan r
            where r.enterprise_id = l.enterprise_id and (r.id = l.id or r.money_id = l.id)) as settled,
           k.lost, k.classes
    from loan l
    left join lateral (
      select min(c.as_of) filter (where c.tier = 'loss')::text as lost,
             json_agg(json_build_object('on', c.as_of::text, 'days', c.dpd)) as classes
      from (
        select distinct on (c.loan_id, c.as_of) c.as_of, c.dpd, c.tier
        from loan_class c join loan r on r.enterprise_id = c.enterprise_id and r.id = c.loan_id
        where c.enterprise_id = l.enterprise_id and (r.id = l.id or r.money_id = l.id)
        order by c.loan_id, c.as_of, c.recorded_at desc) c) k on true
    where l.disbursed_on < ${before}::date
    order by l.disbursed_on desc, l.id limit ${mostLoans}`;
  return rows.map((row) => ({
    id: row.id,
    enterpriseId: row.enterprise_id,
    isRenewal: row.is_renewal,
    history: {
      grantedOn: row.granted,
      settledOn: row.settled,
      lossOn: row.lost,
      pastDue: row.classes ?? [],
    },
  }));
}

export type NewTraining = {
  readonly id: string;
  readonly version: string;
  readonly purpose: string;
  readonly monotone: string;
  readonly orderedBy: string | null;
  readonly orderedAt: Date;
};

export const addTraining = (tx: Tx, training: NewTraining) => tx.ownTraining.createMany({ data: [training] });

export const findTraining = (tx: Tx, id: string) => tx.ownTraining.findUnique({ where: { id } });

/** Whether a training that was not refused will bear, or bears, this version. */
export const isVersionOrdered = async (tx: Tx, version: string): Promise<boolean> =>
  (await tx.ownTraining.count({ where: { version, state: { not: 'refused' } } })) > 0;

export const trainings = (tx: Tx) =>
  tx.ownTraining.findMany({ orderBy: [{ orderedAt: 'desc' }, { id: 'asc' }], take: 50 });

/** The training that a card of the inventory came of. */
export const trainingOf = (tx: Tx, version: string) =>
  tx.ownTraining.findFirst({ where: { version, state: 'done' } });

type Answer = {
  readonly state: 'done' | 'refused';
  readonly counts: object;
  readonly ranked: object | null;
  readonly refusal: object | null;
  readonly at: Date;
};

const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

export const answerTraining = (tx: Tx, id: string, { state, counts, ranked, refusal, at }: Answer) =>
  tx.$executeRaw`
    update own_training set state = ${state}, counts = ${json(counts)}::jsonb, ranked = ${json(ranked)}::jsonb,
           refusal = ${json(refusal)}::jsonb, finished_at = ${at}
    where id = ${id}::uuid`;
