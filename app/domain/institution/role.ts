/** Every role a person can sign in with, by the house they belong to. */
export const roles = [
  'owner',
  'clerk',
  'officer',
  'reviewer',
  'institution-admin',
  'guarantee-officer',
  'guarantee-reviewer',
  'guarantee-admin',
  'liaison',
  'regulator',
  'data-operator',
  'risk-operator',
  'funds-operator',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Role = (typeof roles)[number];

/** Where a role works: it decides the navigation, the home page and the tenant setting of the database. */
export type House = 'enterprise' | 'institution' | 'guarantor' | 'provider' | 'regulator' | 'operator';

export const houseOf: { readonly [R in Role]: House } = {
  owner: 'enterprise',
  clerk: 'enterprise',
  officer: 'institution',
  reviewer: 'institution',
  'institution-admin': 'institution',
  'guarantee-officer': 'guarantor',
  'guarantee-reviewer': 'guarantor',
  'guarantee-admin': 'guarantor',
  liaison: 'provider',
  regulator: 'regulator',
  'data-operator': 'operator',
  'risk-operator': 'operator',
  'funds-operator': 'operator',
  'system-admin': 'operator',
  'security-admin': 'operator',
  'audit-admin': 'operator',
};
