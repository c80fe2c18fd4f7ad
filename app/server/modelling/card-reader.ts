import { openFirmCard, rangeOf } from '~/domain/modelling/firm-card.ts';
import type { Card } from '~/domain/score/card.ts';
import { scoreLines } from '~/domain/score/score.ts';
import type { Tx } from '~/server/db/client.ts';
import { findModel, type Model } from '~/server/modelling/store.ts';
import { featuresOf, type PublicSheet } from '~/server/modelling/store-sheets.ts';
import { cardOf } from '~/server/score/store.ts';

/** How one card, of either kind, reads a sheet for monitoring. */
export type CardReader = {
  /** The ends of its scale in milli-points. */
  readonly low: number;
  readonly high: number;
  readonly characteristics: readonly { readonly code: string; readonly bins: number }[];
  /** Points and the bin of each characteristic; null points where information is insufficient. */
  read(sheet: PublicSheet, card: Card): { milliPoints: number | null; used: readonly number[] };
  /** Whether the points are those of a firm that the card thinks well of: grade B, or the base score. */
  passes(milliPoints: number): boolean;
};

/** The reader of a card of the inventory, or of a rule card. */
export async function openReader(tx: Tx, version: string): Promise<CardReader> {
  const model = await findModel(tx, version);
  return model ? statisticalReader(model) : ruleReader(await cardOf(tx, version));
}

function statisticalReader({ card }: Model): CardReader {
  const score = openFirmCard(card);
  return {
    ...rangeOf(card),
    characteristics: card.characteristics.map((part, at) =>
      part.kind === 'bins'
        ? { code: card.features[part.feature]?.name ?? String(at), bins: part.bins.length }
        : {
            code: part.axes.map((axis) => card.features[axis.feature]?.name).join('*'),
            bins: part.groups.length,
          },
    ),
    read: ({ values }, of) => score(featuresOf(of, values)),
    passes: (points) => points >= card.scaling.baseScoreMilli,
  };
}

function ruleReader(card: Card): CardReader {
  const passing = card.grades.find(({ grade }) => grade === 'B')?.from ?? card.total;
  return {
    low: 0,
    high: card.total,
    characteristics: card.dimensions.flatMap((d) =>
      d.indicators.map(({ feature, bins }) => ({ code: feature, bins: bins.length + 1 })),
    ),
    read({ milliPoints, values }, of) {
      const lines = scoreLines(
        of,
        values.map((value) => ({ value, gap: null })),
      );
      return { milliPoints, used: lines.map(({ bin }) => (bin === null ? 0 : bin + 1)) };
    },
    passes: (points) => points >= passing,
  };
}
