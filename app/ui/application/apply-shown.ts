import type { DataElement } from '~/domain/catalogue/data-element.ts';
import type { GrantShown } from '~/ui/consent/grant-shown.ts';
import type { HeldAnswerShown } from '~/ui/enterprise/held-answers.tsx';
import type { FindingShown } from './pre-check-card.tsx';

export type AppliedProduct = {
  readonly id: string;
  readonly institutionId: string;
  /** The open branches of the bank. */
  readonly branches: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
  readonly nameZh: string;
  readonly nameEn: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly contact: string | null;
  readonly example: boolean;
  readonly open: boolean;
  readonly minFen: string | null;
  readonly maxFen: string | null;
  readonly applicationId: string | null;
  readonly consentId: string | null;
};

/** What the page on which a firm applies shows. */
export type ApplyShown = {
  readonly need: { readonly id: string; readonly amountFen: string; readonly termMonths: number };
  /** The loan that is to be renewed; without it, new money. */
  readonly renews?: { readonly loanId: string; readonly contractNo: string; readonly maturityOn: string };
  readonly products: readonly AppliedProduct[];
  readonly clocks: { readonly pickupWorkingDays: number; readonly decisionWorkingDays: number };
  readonly items: GrantShown['items'];
  readonly usual: readonly string[];
  /** What the checks before forwarding found. */
  readonly findings: readonly FindingShown[];
  readonly held: readonly (Omit<HeldAnswerShown, 'label'> & { readonly element: DataElement })[];
};

/** Whether the product can be applied for from this page. */
export const isOpenTo = (product: AppliedProduct): boolean =>
  product.open && !product.example && product.applicationId === null;
