import { type FirmScore, openAnyCard, rangeOfAny } from '~/domain/modelling/firm-card.ts';
import { type Card, grades } from '~/domain/score/card.ts';
import type { AnyCard } from '~/domain/score/export-card.ts';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import type { Tx } from '~/server/db/client.ts';
import { findModel } from '~/server/modelling/store.ts';
import { featuresOf, type PublicSheet } from '~/server/modelling/store-sheets.ts';

/** How one card, of either kind, reads a sheet for monitoring. */
export type CardReader = {
  /** The ends of its scale in milli-points. */
  readonly low: number;
  readonly high: number;
  readonly characteristics: readonly { readonly code: string; readonly bins: number }[];
  /** Points and the bin of each characteristic; null points where information is insufficient. */
  read(sheet: PublicSheet, card: Card): FirmScore;
  /** Whether a firm is one that the card thinks well of: grade B (which a veto excludes), or the base score. */
  passes(score: Pick<FirmScore, 'milliPoints' | 'grade'>): boolean;
};

/** The reader of a card of the inventory, or of a published rule card. */
export async function openReader(tx: Tx, version: string): Promise<CardReader> {
  const model = await findModel(tx, version);
  if (!model) throw new Error(`no card ${version}`);
  const score = openAnyCard(model);
  return {
    ...rangeOfAny(model),
    characteristics: model.kind === 'rule' ? ruleParts(model.card) : statisticalParts(model.card),
    read: ({ values }, of) => score(featuresOf(of, values)),
    passes: passesOf(model),
  };
}

const statisticalParts = (card: StatisticalCard) =>
  card.characteristics.map((part, at) =>
    part.kind === 'bins'
      ? { code: card.features[part.feature]?.name ?? String(at), bins: part.bins.length }
      : {
          code: part.axes.map((axis) => card.features[axis.feature]?.name).join('*'),
          bins: part.groups.length,
        },
  );

const ruleParts = (card: Card) =>
  card.dimensions.flatMap((d) =>
    d.indicators.map(({ feature, bins }) => ({ code: feature, bins: bins.length + 1 })),
  );

function passesOf(any: AnyCard): (score: Pick<FirmScore, 'milliPoints' | 'grade'>) => boolean {
  if (any.kind === 'rule') {
    const good = grades.slice(0, grades.indexOf('B') + 1) as readonly string[];
    return ({ grade }) => grade !== null && good.includes(grade);
  }
  const base = any.card.scaling.baseScoreMilli;
  return ({ milliPoints }) => milliPoints !== null && milliPoints >= base;
}
