/**
 * What a bank usually needs to decide a small loan: the proposal on the consent page, which the firm may widen or
 * narrow (PIPL 6: no more than necessary). Catalogue codes.
 */
export const usualItems: readonly string[] = [
  'tax.payment',
  'tax.late-filing',
  'social.coverage',
  'social.payment',
  'social.arrears',
  'utility.power-usage',
  'utility.power-arrears',
  'utility.water-arrears',
  'utility.gas-arrears',
  'provident.employer-account',
  'registration.annual-figures',
  'registration.external-guarantee',
  'business.monthly-result',
  'court.account-freeze',
  'finance.guarantee-default',
];
