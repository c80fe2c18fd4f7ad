import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { rangeOf } from '~/domain/modelling/firm-card.ts';
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
import { nextRoles } from '~/domain/modelling/role.ts';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { riskAtPpm } from '~/domain/score/statistical/score.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readThresholds } from '~/server/modelling/read-thresholds.ts';
import { findModel, type Model, monthsOf, namesOfUsers, proposalsOf } from '~/server/modelling/store.ts';
import { fifthsOf, groupNames } from '~/server/modelling/store-compare.ts';
import { trainingOf } from '~/server/modelling/store-own.ts';
import { publishedCard } from '~/server/score/store.ts';

type Missing = { readonly code: 'modelling.not-found' };

/** One card of the inventory: what it is, how it behaves, and who decided what about it. */
export function showCardModel(actor: Person, version: string): Promise<Result<CardModelPage, Missing>> {
  return withActor(actor, async (tx): Promise<Result<CardModelPage, Missing>> => {
    const model = await findModel(tx, version);
    const rule = model ? null : await publishedCard(tx);
    if (!model && rule?.card.version !== version) return refuse({ code: 'modelling.not-found' });
    return accept({
      version,
      kind: model ? ('statistical' as const) : ('rule' as const),
      role: model?.role ?? ('champion' as const),
      hash: model?.hash ?? rule?.hash ?? '',
      at: (model?.importedAt ?? rule?.publishedAt ?? clock.now()).toISOString(),
      purpose: model?.purpose ?? null,
      origin: model?.origin ?? null,
      sample: await sampleOf(tx, model),
      about: model && aboutCard(model.card),
      ...(await decisions(tx, actor, model, version)),
      ...(await behaviour(tx, model, version)),
    });
  });
}

export type CardModelPage = {
  readonly version: string;
  readonly kind: 'rule' | 'statistical';
  readonly role: Model['role'];
  readonly hash: string;
  readonly at: string;
  readonly purpose: string | null;
  readonly origin: Model['origin'] | null;
  /** Of a card trained on own loans. */
  readonly sample: LoanCounts | null;
  readonly about: ReturnType<typeof aboutCard> | null;
} & Awaited<ReturnType<typeof decisions>> &
  Awaited<ReturnType<typeof behaviour>>;

async function sampleOf(tx: Tx, model: Model | null): Promise<LoanCounts | null> {
  const training = model?.origin === 'own' ? await trainingOf(tx, model.version) : null;
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

async function decisions(tx: Tx, actor: Person, model: Model | null, version: string) {
  const proposals = await proposalsOf(tx, version);
  const people = [...proposals.flatMap((p) => [p.proposedBy, p.decidedBy]), model?.importedBy ?? null];
  const names = await namesOfUsers(tx, people);
  const open = proposals.find(({ outcome }) => outcome === null) ?? null;
  return {
    importedBy: model?.importedBy ? (names.get(model.importedBy) ?? null) : null,
    nextRoles: model && !open ? [...nextRoles(model.role)] : [],
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

async function behaviour(tx: Tx, model: Model | null, version: string) {
  const thresholds = await readThresholds(tx, clock.today());
  const rows = await monthsOf(tx, version);
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
    csi: base && last ? csiPpm(base, last).slice(0, 12) : [],
    calibration: last ? calibrationOf(last, model ? saidAt(model.card) : null, thresholds) : [],
    impact,
    names: await groupNames(tx, impact),
    range: model ? rangeOf(model.card) : { low: 0, high: 1_000_000 },
    fifths: model ? await fifthsOf(tx, version) : [],
  };
}

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

/** The bad share that a card says at the middle of a band. */
function saidAt(card: StatisticalCard): (band: number) => number {
  const { low, high } = rangeOf(card);
  return (band) => riskAtPpm(card, low + ((band + 0.5) * (high - low)) / bandCount);
}
