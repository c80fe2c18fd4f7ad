import type { DeclarationState, DeclaredElement } from '~/domain/declaration/declaration.ts';
import type { Named } from '~/ui/catalogue/named.ts';

/** A declaration as a page has it; amounts in fen as text. */
export type DeclarationShown = {
  readonly id: string;
  readonly year: number;
  readonly employees: number | null;
  readonly revenue: string | null;
  readonly assets: string | null;
  readonly orders: string | null;
  readonly promise: string;
  readonly hash: string;
  readonly signer: string;
  readonly signedAt: string;
  readonly state: DeclarationState;
  readonly isStanding: boolean;
  readonly endedAt: string | null;
  readonly doubt: string | null;
  readonly answerDue: string | null;
  readonly answer: string | null;
  readonly decision: string | null;
};

/** A figure that a public body supplied, so that the firm need not declare it. */
export type KnownFigure = {
  readonly element: DeclaredElement;
  readonly provider: Named;
  readonly item: Named;
  readonly amountFen: string | null;
  readonly quantity: number | null;
  readonly knownOn: string;
};
