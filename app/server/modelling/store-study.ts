import { finalStates } from '~/domain/application/state.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Limits, Studied, StudyRefusal } from '~/domain/modelling/release.ts';
import { limitsSchema } from '~/domain/modelling/release.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

/** The limits of joint modelling in force on a day. */
export const readLimits = async (tx: Tx, on: Day): Promise<Limits> =>
  (await readPolicy(tx, 'joint-modelling', on, limitsSchema)).body;

export type NewStudy = {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly rowsGiven: number;
  readonly contentHash: string;
  readonly epsilonMilli: number;
  readonly measures: string | null;
  readonly orderedBy: string;
  readonly orderedAt: Date;
};

export const addStudy = (tx: Tx, study: NewStudy) => tx.jointStudy.createMany({ data: [study] });

/** Outcomes are handed in and not read back by who hands them in, so nothing is returned. */
export const handIn = (tx: Tx, studyId: string, content: string) =>
  tx.$executeRaw`insert into joint_outcome (study_id, content) values (${studyId}::uuid, ${content})`;

export const findStudy = (tx: Tx, id: string) => tx.jointStudy.findUnique({ where: { id } });
export type StudyRow = NonNullable<Awaited<ReturnType<typeof findStudy>>>;

export const studiesOf = (tx: Tx, institutionId: string) =>
  tx.jointStudy.findMany({
    where: { institutionId },
    orderBy: [{ orderedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  });

/**
 * Orders of one bank wait for each other, so that two at once cannot spend the same budget; and so do answers, so that
 * each is held against all that were given before it.
 */
export const lockBudget = (tx: Tx, institutionId: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`joint:${institutionId}`}, 0))`;

const freeRefusal = 'modelling.too-few-rows' satisfies StudyRefusal['code'];

/** Whether an order was free in the end: see `spentSince`. */
export const isFree = (refusal: unknown): boolean =>
  (refusal as { readonly code?: unknown } | null)?.code === freeRefusal;

/**
 * ε spent by a bank since an instant, in thousandths. An order spends it whatever comes of it, for a refusal that depends
 * on the joined data is an answer of one bit; only too few rows are free: that tells no more than whose public sheet there is.
 */
export async function spentSince(tx: Tx, institutionId: string, since: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ spent: number }[]>`
    select coalesce(sum(epsilon_milli), 0)::int as spent from joint_study
    where institution_id = ${institutionId}::uuid and ordered_at >= ${since}
      and coalesce(refusal ->> 'code', '') <> ${freeRefusal}`;
  return row?.spent ?? 0;
}

/** Whether a study is a card that the bank brought, rather than one that was trained or measured. */
export const isOwnCard = ({ released }: Pick<StudyRow, 'released'>): boolean =>
  (released as { readonly ownCard?: unknown } | null)?.ownCard === true;

export const findOutcome = (tx: Tx, studyId: string) => tx.jointOutcome.findUnique({ where: { studyId } });

/**
 * The marks of the firms of every study of a bank that was admitted, with the hash of its joined data; also where the
 * answer was that nothing ranks.
 */
export async function earlierMarks(tx: Tx, institutionId: string): Promise<Studied[]> {
  const ended = await tx.jointStudy.findMany({
    where: { institutionId, state: { in: ['done', 'refused'] } },
    select: { id: true },
  });
  const rows = await tx.jointOutcome.findMany({
    where: { studyId: { in: ended.map(({ id }) => id) }, marks: { isEmpty: false } },
    select: { marks: true, joined: true },
  });
  return rows.map(({ marks, joined }) => ({ marks: new Set(marks), joined }));
}

/** The outcomes go when the study is over; of one that was admitted the keyed marks stay to hold later studies against. */
export const keepMarks = (tx: Tx, studyId: string, studied: Studied | null) =>
  tx.jointOutcome.update({
    where: { studyId },
    data: { content: '', marks: [...(studied?.marks ?? [])], joined: studied?.joined ?? null },
  });

export const finishStudy = (tx: Tx, id: string, released: object, at: Date) =>
  tx.$executeRaw`
    update joint_study set state = 'done', released = ${JSON.stringify(released)}::jsonb, finished_at = ${at}
    where id = ${id}::uuid`;

export const refuseStudy = (tx: Tx, id: string, refusal: object, at: Date) =>
  tx.$executeRaw`
    update joint_study set state = 'refused', refusal = ${JSON.stringify(refusal)}::jsonb, finished_at = ${at}
    where id = ${id}::uuid`;

export const keepJointCard = (tx: Tx, studyId: string, card: object, hash: string) =>
  tx.$executeRaw`
    insert into joint_card (study_id, body, hash) values (${studyId}::uuid, ${JSON.stringify(card)}::jsonb, ${hash})
    on conflict (study_id) do nothing`;

export const findJointCard = (tx: Tx, studyId: string) => tx.jointCard.findUnique({ where: { studyId } });

/** What the study released whose card is this one of the inventory, whatever version it bears there; null where none is. */
export async function releaseOfCard(tx: Tx, version: string): Promise<unknown> {
  const [row] = await tx.$queryRaw<{ released: unknown }[]>`
    select s.released from card_model m
    join joint_card c on c.body - 'version' = m.body - 'version'
    join joint_study s on (s.id = c.study_id or s.measures = c.study_id) and s.state = 'done'
      and s.released ? 'testAucCenti'
    where m.version = ${version} order by s.finished_at desc limit 1`;
  return row?.released ?? null;
}

/** Whether this card of the inventory is one that a bank brought, or that card taken out and imported again. */
export async function wasBrought(tx: Tx, version: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from card_model m
    join joint_card c on c.body - 'version' = m.body - 'version'
    join joint_study s on s.id = c.study_id and s.released ? 'ownCard'
    where m.version = ${version}
      and (m.origin = 'joint' or (m.origin = 'imported' and m.imported_at >= s.ordered_at)) limit 1`;
  return rows.length > 0;
}

/** The measurements of a card that the bank brought, the latest first. */
export const measurementsOf = (tx: Tx, institutionId: string, measures: string) =>
  tx.jointStudy.findMany({
    where: { institutionId, measures },
    orderBy: [{ orderedAt: 'desc' }, { id: 'asc' }],
    take: 50,
  });

/** Firms by credit code. */
export const firmsByCode = (tx: Tx, codes: readonly string[]) =>
  tx.$queryRaw<{ id: string; uscc: string }[]>`
    select id, uscc from enterprise where uscc = any(${[...codes]}::text[])`;

/** Open applications to the bank: whom it may ask about, each under that firm's consent. */
export const applicantsOf = (tx: Tx, institutionId: string) =>
  tx.$queryRaw<{ id: string; firm: string }[]>`
    select a.id, e.name as firm from application a join enterprise e on e.id = a.enterprise_id
    where a.institution_id = ${institutionId}::uuid and a.state <> all(${['draft', ...finalStates]}::text[])
    order by a.submitted_at desc limit 100`;

/** Studies of a bank that wait for their answer. */
export const waitingStudies = (tx: Tx, institutionId: string) =>
  tx.jointStudy.findMany({
    where: { institutionId, state: { notIn: ['done', 'refused'] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
