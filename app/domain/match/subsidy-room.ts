import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, zeroFen } from '~/domain/kernel/money.ts';
import { outsideCoverage } from '~/domain/policy/coverage.ts';
import { type SubsidyScheme, schemesInForce } from '~/domain/policy/scheme.ts';
import { principalCapLeft } from '~/domain/policy/subsidy.ts';
import type { Subsidised, Wish } from '~/domain/product/price.ts';

/** What a borrower may still have subsidised under one scheme; null principals mean a scheme without a cap. */
export type SubsidyRoom = {
  readonly scheme: SubsidyScheme;
  readonly used: Fen;
  readonly left: Fen | null;
  /** The last day on which a loan may be drawn to be subsidised. */
  readonly drawUntil: Day;
};

/** The room left under every subsidy in force on a day that covers the borrower and the purpose, the widest first. */
export function subsidyRooms(
  { schemes, borrower, capUsed }: Subsidised,
  { purpose }: Pick<Wish, 'purpose'>,
  today: Day,
): SubsidyRoom[] {
  return schemesInForce(schemes, today)
    .filter((scheme): scheme is SubsidyScheme => scheme.kind === 'subsidy')
    .filter(({ body: { coverage, drawdownWindow } }) => {
      const isOpen = drawdownWindow.from <= today && today <= drawdownWindow.to;
      return isOpen && outsideCoverage(coverage, { borrower, purpose, flags: [] }).length === 0;
    })
    .map((scheme) => {
      const used = capUsed[scheme.code] ?? zeroFen;
      const left = principalCapLeft(scheme.body, used);
      return { scheme, used, left, drawUntil: scheme.body.drawdownWindow.to };
    })
    .sort((a, b) => compareRoom(a.left, b.left) || (a.scheme.code < b.scheme.code ? -1 : 1));
}

function compareRoom(a: Fen | null, b: Fen | null): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return a === b ? 0 : a > b ? -1 : 1;
}
