import type { Grade } from '~/domain/score/card.ts';

export type ActShown = {
  readonly id: string;
  readonly kind: 'settle' | 'repair' | 'continue';
  readonly item: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly records: number;
  readonly costFen: string | null;
  /** From when a repair may be asked for. */
  readonly opensOn: string | null;
  readonly arrivesOn: string;
  /** The record of a repair that stands for itself. */
  readonly record: string | null;
};

export type PointsShown = {
  readonly milliPoints: number | null;
  readonly grade: Grade | null;
  readonly isVetoed: boolean;
};

export type ProductShown = { readonly id: string; readonly nameZh: string; readonly nameEn: string };

/** What the matcher would say otherwise. */
export type ProductsShown = {
  readonly opened: readonly ProductShown[];
  readonly closed: readonly ProductShown[];
};

export type PathShown = PointsShown &
  ProductsShown & {
    readonly on: string;
    readonly costFen: string;
    readonly steps: readonly ActShown[];
    readonly gain: number;
  };

export type TrialShown = PointsShown &
  ProductsShown & {
    readonly on: string;
    readonly acts: readonly string[];
    readonly steps: readonly ActShown[];
    readonly late: number;
    readonly gain: number;
  };

export type WhatIfProps = {
  readonly asOf: string;
  readonly until: string;
  readonly now: PointsShown;
  readonly next: Grade | null;
  readonly target: number | null;
  readonly cheapest: PathShown | null;
  readonly earliest: PathShown | null;
  readonly acts: readonly (ActShown & ProductsShown & { readonly gain: number; readonly effectOn: string })[];
  readonly waits: readonly {
    readonly on: string;
    readonly gain: number;
    readonly features: readonly string[];
  }[];
  /** The day that was asked for is not one that can be looked at. */
  readonly isDayWrong: boolean;
  readonly trial: TrialShown | null;
};
