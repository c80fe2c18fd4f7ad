import type { Named } from '~/domain/catalogue/item.ts';
import type { FeatureUnit } from '~/domain/feature/definition.ts';
import type { Card, Indicator } from './card.ts';

/** An indicator as it is published. */
export type IndicatorView = Indicator & {
  readonly unit: FeatureUnit;
  readonly items: readonly Named[];
  /** At least one of its items is read only by consent. */
  readonly needsConsent: boolean;
};

/** The published card with its seal, for everybody. */
export type CardView = {
  readonly version: string;
  readonly hash: string;
  /** ISO instant. */
  readonly publishedAt: string;
  readonly neutralPpm: number;
  readonly coverageFloorPpm: number;
  readonly grades: Card['grades'];
  readonly vetoes: readonly Card['vetoes'][number]['code'][];
  readonly dimensions: readonly {
    readonly code: Card['dimensions'][number]['code'];
    readonly max: number;
    readonly indicators: readonly IndicatorView[];
  }[];
};
