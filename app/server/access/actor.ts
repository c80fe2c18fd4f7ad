import type { Role } from '~/domain/institution/role.ts';
import type { BranchId, EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';

export { type House, houseOf, type Role, roles } from '~/domain/institution/role.ts';

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
  /** The branch of a bank that the person works at; none is its head office, which sees every branch. */
  readonly branchId?: BranchId | null;
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
