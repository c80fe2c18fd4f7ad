import type { EnterpriseId, Id, InstitutionId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';

export type AccountId = Id<'account'>;

/**
 * Whose money an account counts. A pool (资金池) holds money and has a floor; the others are counterparties: what a treasury
 * gave, what a bank, borrower, guarantor or insurer received, interest that rolled in, and what nobody could place yet.
 */
export const accountKinds = [
  'pool',
  'treasury',
  'bank',
  'borrower',
  'guarantor',
  'insurer',
  'interest',
  'suspense',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** An account to be opened; opening it again under the same code finds it. */
export type NewAccount = {
  readonly code: string;
  readonly kind: AccountKind;
  readonly schemeCode: string | null;
  readonly enterpriseId: EnterpriseId | null;
  readonly institutionId: InstitutionId | null;
  readonly nameZh: string;
  readonly nameEn: string;
  /** What its balance less its holds may not fall below; null sets no bound. A pool's is 0. */
  readonly floor: Fen | null;
};

/** The code of an account: `kind:scheme` or `kind:scheme:owner`, so that one owner has one account in a scheme. */
export const accountCode = (kind: AccountKind, scheme: string, owner?: string): string =>
  [kind, scheme, owner].filter((part) => part !== undefined).join(':');
