/** Where a firm can do something about a reason. */
export type Remedy = 'data' | 'score' | 'need' | 'documents' | 'profile' | 'products';

/**
 * The reasons a bank may give (domain.md rows F5, D4): specific and actionable; "score too low" is none of them. Each
 * leads to the place where the firm can do something about it.
 */
export const declineReasons = {
  'tax-arrears': 'data',
  'negative-record': 'data',
  'litigation-pending': 'data',
  'social-insurance-gap': 'data',
  'short-history': 'products',
  'revenue-declining': 'score',
  'cash-flow-insufficient': 'need',
  'debt-too-high': 'need',
  'guarantee-exposure': 'score',
  'collateral-insufficient': 'need',
  'amount-too-high': 'need',
  'term-unsuitable': 'need',
  'purpose-unsupported': 'documents',
  'documents-incomplete': 'documents',
  'figures-inconsistent': 'profile',
  'out-of-scope': 'products',
} as const satisfies { readonly [code: string]: Remedy };

export type DeclineReason = keyof typeof declineReasons;

export const declineReasonCodes = Object.keys(declineReasons) as DeclineReason[];

/** At most this many reasons, so that each says something (Reg B; domain.md row F5). */
export const mostReasons = 4;
