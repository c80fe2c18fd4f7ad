import type { CardRole } from '~/domain/modelling/role.ts';
import { cardSchema } from '~/domain/score/card.ts';
import type { AnyCard } from '~/domain/score/export-card.ts';
import { statisticalCardSchema } from '~/domain/score/statistical/card.ts';
import type { Tx } from '~/server/db/client.ts';
import { type PublishedRule, publishedRules } from '~/server/score/store.ts';

export type Model = {
  readonly version: string;
  readonly hash: string;
  /** `shipped`: a rule card that came with the product and was published with it. */
  readonly origin: 'imported' | 'joint' | 'own' | 'shipped';
  readonly institutionId: string | null;
  readonly role: CardRole;
  readonly purpose: string;
  /** Null where the platform itself made it on the command line. */
  readonly importedBy: string | null;
  readonly importedAt: Date;
  /** Since when it has run in the shadow; null while it was never a challenger. */
  readonly shadowSince: Date | null;
} & AnyCard;

type Row = NonNullable<Awaited<ReturnType<Tx['cardModel']['findFirst']>>>;

const bodyOf = ({ kind, body }: Row): AnyCard =>
  kind === 'rule'
    ? { kind, card: cardSchema.parse(body) }
    : { kind: 'statistical', card: statisticalCardSchema.parse(body) };

/** A rule card that was champion until the product shipped a later one is retired by that. */
const modelOf = (row: Row, current: string | null): Model => ({
  ...bodyOf(row),
  version: row.version,
  hash: row.hash,
  origin: row.origin as Model['origin'],
  institutionId: row.institutionId,
  role:
    row.kind === 'rule' && row.role === 'champion' && row.version !== current
      ? 'retired'
      : (row.role as CardRole),
  purpose: row.purpose,
  importedBy: row.importedBy,
  importedAt: row.importedAt,
  shadowSince: row.shadowSince,
});

const shippedModel = ({ card, hash, publishedAt }: PublishedRule, current: string | null): Model => ({
  kind: 'rule',
  card,
  version: card.version,
  hash,
  origin: 'shipped',
  institutionId: null,
  role: card.version === current ? 'champion' : 'retired',
  purpose: '',
  importedBy: null,
  importedAt: publishedAt,
  shadowSince: null,
});

/** The inventory: every published rule card, the one that grades firms first, then every other card, the latest first. */
export async function findModels(tx: Tx): Promise<Model[]> {
  const rules = await publishedRules(tx);
  const current = rules[0]?.card.version ?? null;
  const rows = await tx.cardModel.findMany({
    orderBy: [{ importedAt: 'desc' }, { version: 'asc' }],
    take: 200,
  });
  const own = rows.map((row) => modelOf(row, current));
  const entered = new Set(own.map(({ version }) => version));
  const shipped = rules
    .filter(({ card }) => !entered.has(card.version))
    .map((rule) => shippedModel(rule, current));
  const all = [...shipped, ...own];
  const isGrading = ({ kind, role }: Model) => kind === 'rule' && role === 'champion';
  return [...all.filter(isGrading), ...all.filter((model) => !isGrading(model))];
}

/** A card of the inventory or a published rule card. */
export async function findModel(tx: Tx, version: string): Promise<Model | null> {
  const row = await tx.cardModel.findUnique({ where: { version } });
  const rules = row && row.kind !== 'rule' ? [] : await publishedRules(tx);
  const current = rules[0]?.card.version ?? null;
  if (row) return modelOf(row, current);
  const rule = rules.find(({ card }) => card.version === version);
  return rule ? shippedModel(rule, current) : null;
}

/** Whether any card, also the rule card, bears this version. */
export async function isVersionTaken(tx: Tx, version: string): Promise<boolean> {
  const model = await tx.cardModel.count({ where: { version } });
  return model > 0 || (await tx.scorecard.count({ where: { version } })) > 0;
}

export type NewModel = Omit<Model, 'shadowSince' | 'origin' | 'kind' | 'card'> &
  AnyCard & { readonly origin: 'imported' | 'joint' | 'own' };

export const addModel = (tx: Tx, model: NewModel) =>
  tx.$executeRaw`
    insert into card_model (version, kind, body, hash, origin, institution_id, role, purpose, imported_by, imported_at)
    values (${model.version}, ${model.kind}, ${JSON.stringify(model.card)}::jsonb, ${model.hash}, ${model.origin},
            ${model.institutionId}::uuid, ${model.role}, ${model.purpose}, ${model.importedBy}::uuid, ${model.importedAt})`;

/** Gives a card its part; a challenger's time in the shadow begins with it. */
export const setRole = (tx: Tx, version: string, role: CardRole, at: Date) =>
  tx.cardModel.update({
    where: { version },
    data: { role, ...(role === 'challenger' && { shadowSince: at }) },
  });

/** The champion of a kind among the cards of the inventory; a shipped rule card is none of them. */
export const championVersion = async (tx: Tx, kind: Model['kind']): Promise<string | null> =>
  (await tx.cardModel.findFirst({ where: { role: 'champion', kind }, select: { version: true } }))?.version ??
  null;

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
