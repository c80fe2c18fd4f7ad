import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type {
  Collateral,
  FigureName,
  FirmKind,
  LadderGrade,
  Purpose,
  Title,
} from '~/domain/product/vocabulary.ts';

/** What a firm wants, as far as conditions ask. */
export type NeedTerms = {
  readonly amountFen: Fen;
  readonly termMonths: number;
  readonly purpose: Purpose;
  /** What the firm can pledge; may be empty. */
  readonly collateral: readonly Collateral[];
};

export type FirmFacts = {
  readonly active: boolean;
  readonly kind: FirmKind;
  readonly regionCode: string | null;
  readonly industrySection: string | null;
  readonly industryCode: string | null;
  /** Null while the declared figures do not decide it. */
  readonly size: SizeClass | null;
  readonly establishedOn: Day | null;
  /** Staff in persons, money in fen; null when not declared. */
  readonly figures: { readonly [F in FigureName]: number | null };
};

/** The latest score sheet that may be used. `full` exists only under the firm's evaluation consent. */
export type ScoreFacts = {
  readonly scope: 'public' | 'full';
  /** Null: information insufficient. */
  readonly grade: LadderGrade | null;
  readonly milliPoints: number | null;
};

/** All that conditions may ask of one firm on one day. Null and absent mean unknown, never no. */
export type Applicant = {
  readonly today: Day;
  readonly firm: FirmFacts;
  readonly score: ScoreFacts | null;
  /** The firm's evaluation consent is in force. */
  readonly hasConsented: boolean;
  /** Features that are known; a missing one is absent, not zero. */
  readonly features: ReadonlyMap<string, number>;
  /** Features made from items that the evaluation consent in force, if any, leaves closed: a wider one would open them. */
  readonly closedFeatures: ReadonlySet<string>;
  /** Titles held; null while no list of titles has reached the platform for this firm. */
  readonly titles: ReadonlySet<Title> | null;
  /** True when a bank loan is on record; nothing on the platform proves that there never was one. */
  readonly hasBorrowed: boolean;
  readonly need: NeedTerms;
};
