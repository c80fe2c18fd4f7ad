import type { SizeClass } from '~/domain/enterprise/size.ts';

/** The closed lists that products, needs and rules speak in; their names in both languages are in `app/text/product.ts`. */

/** Zones of the shelf (专区), as notice 004 (八)–(十)(十三) and platforms in use name them (domain.md E2). */
export const zones = [
  'rural',
  'green',
  'regional',
  'fast',
  'relief',
  'park',
  'specialised',
  'technology',
  'tax',
  'procurement',
  'first-loan',
] as const;
export type Zone = (typeof zones)[number];

/** Whom a product is made for. */
export const segments = [
  'micro-small',
  'sole-trader',
  'technology',
  'procurement-supplier',
  'construction',
  'exporter',
  'start-up',
  'farming',
  'medium',
] as const;
export type Segment = (typeof segments)[number];

/** What secures a loan. Those of a product are alternatives; `credit` means that nothing need be pledged. */
export const collaterals = [
  'credit',
  'guarantee',
  'real-estate',
  'equipment',
  'receivable',
  'order',
  'inventory',
  'ip',
  'equity',
  'deposit',
] as const;
export type Collateral = (typeof collaterals)[number];

/** What the money is for. `fixed-asset` purposes decide which subsidy schemes can apply. */
export const purposes = [
  'working-capital',
  'order-fulfilment',
  'equipment',
  'premises',
  'research',
  'farming',
  'green',
  'renewal',
] as const;
export type Purpose = (typeof purposes)[number];

/** Titles of the catalogue item `honour.title` that open a product. */
export const titles = [
  'high-tech',
  'tech-sme',
  'innovative-sme',
  'specialised-new',
  'little-giant',
  'technology-centre',
] as const;
export type Title = (typeof titles)[number];

export const firmKinds = ['company', 'sole-trader'] as const;
export type FirmKind = (typeof firmKinds)[number];

/** Size classes from the smallest (domain.md §2.10); a firm whose figures are missing has none. */
export const sizeClasses = ['micro', 'small', 'medium', 'large'] as const satisfies readonly SizeClass[];

/** Grades from the worst; a firm without enough information has none. */
export const gradeLadder = ['D', 'C', 'B', 'A', 'A+'] as const;
export type LadderGrade = (typeof gradeLadder)[number];

/** Figures that a firm declares of itself: staff in persons, money in fen. */
export const figures = ['employees', 'revenue', 'assets'] as const;
export type FigureName = (typeof figures)[number];
