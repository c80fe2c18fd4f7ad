import type { CalibrationRow, ImpactRow, Light, Thresholds } from '~/domain/modelling/month.ts';
import type { LoanCounts } from '~/domain/modelling/own-loans.ts';
import type { ShadowShown } from '~/domain/modelling/promotion.ts';
import type { CardRole } from '~/domain/modelling/role.ts';
import type { CardPartsView } from '~/domain/score/card-part.ts';

export type MonthShown = {
  readonly month: string;
  readonly firms: number;
  readonly psiPpm: number;
  readonly psiLight: Light;
  readonly aucPpm: number | null;
  readonly aucLight: Light;
  readonly ksPpm: number | null;
  readonly ksLight: Light;
  readonly loans: number;
  readonly bads: number;
};

export type CardShown = {
  readonly version: string;
  readonly kind: 'rule' | 'statistical';
  readonly role: CardRole;
  readonly hash: string;
  readonly at: string;
  readonly purpose: string | null;
  readonly origin: 'imported' | 'joint' | 'own' | null;
  readonly sample: LoanCounts | null;
  readonly importedBy: string | null;
  readonly about: {
    readonly rows: number;
    readonly bads: number;
    readonly aucPpm: number;
    readonly ksPpm: number;
    readonly label: string;
    readonly scaling: {
      readonly baseScoreMilli: number;
      readonly baseOdds: number;
      readonly pdoMilli: number;
      readonly rate: number;
    };
    readonly golden: number;
    readonly features: readonly string[];
    readonly characteristics: number;
  } | null;
  readonly shadow: ShadowShown | null;
  readonly nextRoles: readonly CardRole[];
  readonly open: {
    readonly id: string;
    readonly toRole: string;
    readonly reason: string;
    readonly isMine: boolean;
  } | null;
  readonly proposals: readonly {
    readonly id: string;
    readonly toRole: string;
    readonly reason: string;
    readonly proposedBy: string;
    readonly proposedAt: string;
    readonly outcome: 'approved' | 'refused' | null;
    readonly decidedBy: string | null;
    readonly decidedAt: string | null;
  }[];
  readonly thresholds: Thresholds;
  readonly months: readonly MonthShown[];
  readonly csi: readonly { readonly code: string; readonly ppm: number; readonly light: Light }[];
  readonly calibration: readonly CalibrationRow[];
  readonly impact: readonly ImpactRow[];
  readonly names: { readonly [key: string]: { readonly zh: string; readonly en: string } };
  readonly range: { readonly low: number; readonly high: number };
  readonly fifths: readonly { readonly rule: number; readonly card: number; readonly firms: number }[];
  /** The firm that was looked up. */
  readonly found: {
    readonly firm: { readonly name: string; readonly uscc: string | null };
    readonly milliPoints: number | null;
    readonly grade: string | null;
    readonly asOf: string;
    readonly explained: CardPartsView;
  } | null;
  readonly mayDecide: boolean;
};
