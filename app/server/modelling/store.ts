import type { CardRole } from '~/domain/modelling/role.ts';
import { type StatisticalCard, statisticalCardSchema } from '~/domain/score/statistical/card.ts';
import type { Tx } from '~/server/db/client.ts';

export type Model = {
  readonly version: string;
  readonly card: StatisticalCard;
  readonly hash: string;
  readonly origin: 'imported' | 'joint' | 'own';
  readonly institutionId: string | null;
  readonly role: CardRole;
  readonly purpose: string;
  /** Null where the platform itself made it on the command line. */
  readonly importedBy: string | null;
  readonly importedAt: Date;
};

type Row = NonNullable<Awaited<ReturnType<Tx['cardModel']['findFirst']>>>;

const modelOf = (row: Row): Model => ({
  version: row.version,
  card: statisticalCardSchema.parse(row.body),
  hash: row.hash,
  origin: row.origin as Model['origin'],
  institutionId: row.institutionId,
  role: row.role as CardRole,
  purpose: row.purpose,
  importedBy: row.importedBy,
  importedAt: row.importedAt,
});

export async function findModels(tx: Tx): Promise<Model[]> {
  const rows = await tx.cardModel.findMany({
    orderBy: [{ importedAt: 'desc' }, { version: 'asc' }],
    take: 200,
  });
  return rows.map(modelOf);
}

export async function findModel(tx: Tx, version: string): Promise<Model | null> {
  const row = await tx.cardModel.findUnique({ where: { version } });
  return row && modelOf(row);
}

/** Whether any card, also the rule card, bears this version. */
export async function isVersionTaken(tx: Tx, version: string): Promise<boolean> {
  const model = await tx.cardModel.count({ where: { version } });
  return model > 0 || (await tx.scorecard.count({ where: { version } })) > 0;
}

export const addModel = (tx: Tx, model: Model) =>
  tx.$executeRaw`
    insert into card_model (version, body, hash, origin, institution_id, role, purpose, imported_by, imported_at)
    values (${model.version}, ${JSON.stringify(model.card)}::jsonb, ${model.hash}, ${model.origin},
            ${model.institutionId}::uuid, ${model.role}, ${model.purpose}, ${model.importedBy}::uuid, ${model.importedAt})`;

export const setRole = (tx: Tx, version: string, role: CardRole) =>
  tx.cardModel.update({ where: { version }, data: { role } });

export const championVersion = async (tx: Tx): Promise<string | null> =>
  (await tx.cardModel.findFirst({ where: { role: 'champion' }, select: { version: true } }))?.version ?? null;

export type NewProposal = {
  readonly id: string;
  readonly version: string;
  readonly toRole: CardRole;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
};

export const addProposal = (tx: Tx, proposal: NewProposal) =>
  tx.cardProposal.createMany({ data: [proposal] });

export const proposalsOf = (tx: Tx, version: string) =>
  tx.cardProposal.findMany({ where: { version }, orderBy: { proposedAt: 'desc' } });

export const openProposals = (tx: Tx) => tx.cardProposal.findMany({ where: { outcome: null } });

/** An open proposal, held until the transaction ends so that two answers wait for each other. */
export async function lockProposal(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from card_proposal where id = ${id}::uuid for update`;
  return tx.cardProposal.findUnique({ where: { id } });
}

export const decideProposal = (
  tx: Tx,
  id: string,
  { outcome, by, at }: { outcome: 'approved' | 'refused'; by: string; at: Date },
) => tx.cardProposal.update({ where: { id }, data: { outcome, decidedBy: by, decidedAt: at } });

export const monthsOf = (tx: Tx, cardVersion: string) =>
  tx.cardMonth.findMany({ where: { cardVersion }, orderBy: { month: 'asc' }, take: 120 });

export const keepMonth = (tx: Tx, cardVersion: string, month: Date, body: object, at: Date) =>
  tx.$executeRaw`
    insert into card_month (card_version, month, body, computed_at)
    values (${cardVersion}, ${month}::date, ${JSON.stringify(body)}::jsonb, ${at})
    on conflict (card_version, month) do update set body = excluded.body, computed_at = excluded.computed_at`;

export async function namesOfUsers(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await tx.userAccount.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
