import type { Grade } from '~/domain/score/card.ts';

export type ActShown = {
  readonly id: string;
  readonly kind: 'settle' | 'continue';
  readonly item: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly records: number;
  readonly costFen: string | null;
  readonly arrivesOn: string;
};

export type PointsShown = {
  readonly milliPoints: number | null;
  readonly grade: Grade | null;
  readonly isVetoed: boolean;
};

export type ProductShown = { readonly id: string; readonly nameZh: string; readonly nameEn: string };

export type PathShown = PointsShown & {
  readonly on: string;
  readonly costFen: string;
  readonly steps: readonly ActShown[];
  readonly gain: number;
  readonly products: readonly ProductShown[];
};

export type TrialShown = PointsShown & {
  readonly on: string;
  readonly acts: readonly string[];
  readonly steps: readonly ActShown[];
  readonly late: number;
  readonly gain: number;
  readonly products: readonly ProductShown[];
};

export type WhatIfProps = {
  readonly asOf: string;
  readonly until: string;
  readonly now: PointsShown;
  readonly next: Grade | null;
  readonly target: number | null;
  readonly cheapest: PathShown | null;
  readonly earliest: PathShown | null;
  readonly acts: readonly (ActShown & { readonly gain: number; readonly effectOn: string })[];
  readonly waits: readonly {
    readonly on: string;
    readonly gain: number;
    readonly features: readonly string[];
  }[];
  /** The day that was asked for is not one that can be looked at. */
  readonly isDayWrong: boolean;
  readonly trial: TrialShown | null;
};
