import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { rangeOf, rangeOfAny } from '~/domain/modelling/firm-card.ts';
import {
  bandCount,
  calibrationOf,
  csiPpm,
  impactOf,
  lightAbove,
  lightBelow,
  type MonthCounts,
  monthSchema,
  psiPpm,
  type Thresholds,
} from '~/domain/modelling/month.ts';
import { type LoanCounts, loanCountsSchema } from '~/domain/modelling/own-loans.ts';
import type { ShadowShown } from '~/domain/modelling/promotion.ts';
import { nextRoles } from '~/domain/modelling/role.ts';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { riskAtPpm } from '~/domain/score/statistical/score.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readThresholds } from '~/server/modelling/read-thresholds.ts';
import { promotionOf, shadowOf } from '~/server/modelling/show-shadow.ts';
import { findModel, type Model, monthsOf, namesOfUsers, proposalsOf } from '~/server/modelling/store.ts';
import { fifthsOf, groupNames } from '~/server/modelling/store-compare.ts';
import { trainingOf } from '~/server/modelling/store-own.ts';

type Missing = { readonly code: 'modelling.not-found' };

/** One card of the inventory: what it is, how it behaves, and who decided what about it. */
export async function showCardModel(actor: Person, version: string): Promise<Result<CardModelPage, Missing>> {
  const read = await withActor(actor, async (tx) => {
    const model = await findModel(tx, version);
    return model && { model, page: await pageOf(tx, actor, model) };
  });
  if (!read) return refuse({ code: 'modelling.not-found' });
  const { model, page } = read;
  const shadow = page.shadow && { ...page.shadow, promotion: await promotionOf(model) };
  return accept({ ...page, shadow });
}

const pageOf = async (tx: Tx, actor: Person, model: Model) => ({
  version: model.version,
  kind: model.kind,
  role: model.role,
  hash: model.hash,
  at: model.importedAt.toISOString(),
  purpose: model.purpose || null,
  origin: model.origin === 'shipped' ? null : model.origin,
  sample: await sampleOf(tx, model),
  about: model.kind === 'statistical' ? aboutCard(model.card) : null,
  shadow: await shadowOf(tx, model),
  ...(await decisions(tx, actor, model)),
  ...(await behaviour(tx, model)),
});

export type CardModelPage = {
  readonly version: string;
  readonly kind: 'rule' | 'statistical';
  readonly role: Model['role'];
  readonly hash: string;
  readonly at: string;
  readonly purpose: string | null;
  readonly origin: Exclude<Model['origin'], 'shipped'> | null;
  /** Of a card trained on own loans. */
  readonly sample: LoanCounts | null;
  readonly about: ReturnType<typeof aboutCard> | null;
  /** Of a card that is or was a challenger. */
  readonly shadow: ShadowShown | null;
} & Awaited<ReturnType<typeof decisions>> &
  Awaited<ReturnType<typeof behaviour>>;

async function sampleOf(tx: Tx, model: Model): Promise<LoanCounts | null> {
  const training = model.origin === 'own' ? await trainingOf(tx, model.version) : null;
  return training && loanCountsSchema.parse(training.counts);
}

const aboutCard = (card: StatisticalCard) => ({
  rows: card.trained.rows,
  bads: card.trained.bads,
  aucPpm: card.trained.aucPpm,
  ksPpm: card.trained.ksPpm,
  label: `${card.label.column} = ${card.label.bad}`,
  scaling: card.scaling,
  golden: card.golden.length,
  features: card.features.map(({ name }) => name),
  characteristics: card.characteristics.length,
});

async function decisions(tx: Tx, actor: Person, model: Model) {
  const proposals = await proposalsOf(tx, model.version);
  const people = [...proposals.flatMap((p) => [p.proposedBy, p.decidedBy]), model.importedBy];
  const names = await namesOfUsers(tx, people);
  const open = proposals.find(({ outcome }) => outcome === null) ?? null;
  return {
    importedBy: model.importedBy ? (names.get(model.importedBy) ?? null) : null,
    nextRoles: open || model.origin === 'shipped' ? [] : [...nextRoles(model.kind, model.role)],
    open: open && {
      id: open.id,
      toRole: open.toRole,
      reason: open.reason,
      isMine: open.proposedBy === actor.userId,
    },
    proposals: proposals.map((p) => ({
      id: p.id,
      toRole: p.toRole,
      reason: p.reason,
      proposedBy: names.get(p.proposedBy) ?? '',
      proposedAt: p.proposedAt.toISOString(),
      outcome: p.outcome as 'approved' | 'refused' | null,
      decidedBy: p.decidedBy && (names.get(p.decidedBy) ?? ''),
      decidedAt: p.decidedAt?.toISOString() ?? null,
    })),
  };
}

async function behaviour(tx: Tx, model: Model) {
  const thresholds = await readThresholds(tx, clock.today());
  const rows = await monthsOf(tx, model.version);
  const months = rows.map((row) => ({
    month: row.month.toISOString().slice(0, 7),
    counts: monthSchema.parse(row.body),
  }));
  const base = months[0]?.counts;
  const last = months.at(-1)?.counts;
  const impact = last ? impactOf(last, thresholds) : [];
  return {
    thresholds,
    months: months.map(({ month, counts }) => monthView(month, counts, base ?? counts, thresholds)),
    csi: base && last ? csiOf(base, last, thresholds) : [],
    calibration: last
      ? calibrationOf(last, model.kind === 'statistical' ? saidAt(model.card) : null, thresholds)
      : [],
    impact,
    names: await groupNames(tx, impact),
    range: rangeOfAny(model),
    fifths: isGrading(model) ? [] : await fifthsOf(tx, model.version),
  };
}

/** The rule card that grades firms is held against nothing: it is what the others are held against. */
const isGrading = ({ kind, role }: Model): boolean => kind === 'rule' && role === 'champion';

function monthView(month: string, counts: MonthCounts, base: MonthCounts, t: Thresholds) {
  const psi = psiPpm(base, counts);
  const loans = counts.outcomes.reduce((sum, { good, bad }) => sum + good + bad, 0);
  return {
    month,
    firms: counts.firms,
    psiPpm: psi,
    psiLight: lightBelow(psi, t.psiWatchPpm, t.psiActPpm),
    aucPpm: counts.aucPpm,
    aucLight: lightAbove(counts.aucPpm, t.aucWatchPpm, t.aucActPpm),
    ksPpm: counts.ksPpm,
    ksLight: lightAbove(counts.ksPpm, t.ksWatchPpm, t.ksActPpm),
    loans,
    bads: counts.outcomes.reduce((sum, { bad }) => sum + bad, 0),
  };
}

/** A characteristic that moves is judged as the scores are: custom knows one pair of thresholds for PSI and CSI. */
const csiOf = (base: MonthCounts, now: MonthCounts, { psiWatchPpm, psiActPpm }: Thresholds) =>
  csiPpm(base, now).map((each) => ({ ...each, light: lightBelow(each.ppm, psiWatchPpm, psiActPpm) }));

/** The bad share that a card says at the middle of a band. */
function saidAt(card: StatisticalCard): (band: number) => number {
  const { low, high } = rangeOf(card);
  return (band) => riskAtPpm(card, low + ((band + 0.5) * (high - low)) / bandCount);
}
