import type { EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';

/** Every role a person can sign in with, by the house they belong to. */
export const roles = [
  'owner',
  'clerk',
  'officer',
  'reviewer',
  'institution-admin',
  'liaison',
  'regulator',
  'data-operator',
  'risk-operator',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Role = (typeof roles)[number];

/** Where a role works: it decides the navigation, the home page and the tenant setting of the database. */
export type House = 'enterprise' | 'institution' | 'provider' | 'regulator' | 'operator';

export const houseOf: { readonly [R in Role]: House } = {
  owner: 'enterprise',
  clerk: 'enterprise',
  officer: 'institution',
  reviewer: 'institution',
  'institution-admin': 'institution',
  liaison: 'provider',
  regulator: 'regulator',
  'data-operator': 'operator',
  'risk-operator': 'operator',
  'system-admin': 'operator',
  'security-admin': 'operator',
  'audit-admin': 'operator',
};

export type Anonymous = { readonly kind: 'anonymous' };

/** A signed-in person. */
export type Person = {
  readonly kind: 'person';
  readonly userId: UserId;
  readonly name: string;
  readonly role: Role;
  readonly enterpriseId: EnterpriseId | null;
  /** Bank, guarantor, provider, regulator or the platform. */
  readonly institutionId: InstitutionId | null;
  readonly institutionName: string | null;
  readonly demo: boolean;
};

/** The platform acting by itself (registration, sign-in, jobs, seed); the task is named in the audit log. */
export type System = { readonly kind: 'system'; readonly task: string };

export type Actor = Anonymous | Person | System;

export const anonymous: Anonymous = { kind: 'anonymous' };
export const system = (task: string): System => ({ kind: 'system', task });

/** A person of a firm, with the firm's id at hand. */
export type FirmPerson = Person & { readonly enterpriseId: EnterpriseId };
/** A person of a bank, guarantor, provider or regulator. */
export type InstitutionPerson = Person & { readonly institutionId: InstitutionId };

/** The actor as a person of a firm; the policy table has let nobody else through, so anything else is a fault. */
export function asFirm(actor: Actor): FirmPerson {
  if (actor.kind === 'person' && actor.enterpriseId) return actor as FirmPerson;
  throw new Error('not a person of a firm');
}

/** The actor as a person of an institution; anything else is a fault. */
export function asInstitution(actor: Actor): InstitutionPerson {
  if (actor.kind === 'person' && actor.institutionId) return actor as InstitutionPerson;
  throw new Error('not a person of an institution');
}

/** The actor as a signed-in person; anything else is a fault. */
export function asPerson(actor: Actor): Person {
  if (actor.kind === 'person') return actor;
  throw new Error('not a signed-in person');
}
