import type { Role } from '~/domain/institution/role.ts';

export const institutionKinds = [
  'bank',
  'guarantor',
  'insurer',
  'provider',
  'regulator',
  'platform',
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

const operatorRoles = [
  'data-operator',
  'risk-operator',
  'funds-operator',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
const lenderRoles = ['officer', 'reviewer', 'institution-admin'] as const;
/** Guarantors and insurers share one desk: both take on a part of a loan's loss. */
const guarantorRoles = ['guarantee-officer', 'guarantee-reviewer', 'guarantee-admin'] as const;

/**
 * The roles that the administrator of an organisation may give to colleagues (domain.md K5: own users only).
 * The firm's owner stays one person per registration; platform roles are given on the platform alone, by its system
 * administrator, and each giving is in the log that only the audit administrator reads.
 */
export function rolesOffered(organisation: InstitutionKind | 'firm'): readonly Role[] {
  if (organisation === 'firm') return ['clerk'];
  if (organisation === 'provider') return ['liaison'];
  if (organisation === 'regulator') return ['regulator'];
  if (organisation === 'platform') return operatorRoles;
  return organisation === 'bank' ? lenderRoles : guarantorRoles;
}

/** The role of an institution's first person, who then invites the others where the kind of institution has an administrator. */
export function firstRole(kind: Exclude<InstitutionKind, 'platform'>): Role {
  if (kind === 'provider') return 'liaison';
  if (kind === 'regulator') return 'regulator';
  return kind === 'bank' ? 'institution-admin' : 'guarantee-admin';
}
