import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** The part a card plays: a challenger scores in the shadow, the champion is the statistical card that counts. */
export const cardRoles = ['candidate', 'challenger', 'champion', 'retired'] as const;
export type CardRole = (typeof cardRoles)[number];

const next: { readonly [R in CardRole]: readonly CardRole[] } = {
  candidate: ['challenger', 'retired'],
  challenger: ['champion', 'retired'],
  champion: ['retired'],
  retired: [],
};

/**
 * What a card may become from where it is. A rule champion grades every firm until another takes its place, so that it is
 * never retired by itself.
 */
export const nextRoles = (kind: 'rule' | 'statistical', role: CardRole): readonly CardRole[] =>
  kind === 'rule' && role === 'champion' ? [] : next[role];

export type RoleRefusal = {
  readonly code: 'modelling.role-closed';
  readonly from: CardRole;
  readonly to: CardRole;
};

/** A card becomes champion only after it has run as a challenger. */
export const changeRole = (
  kind: 'rule' | 'statistical',
  from: CardRole,
  to: CardRole,
): Result<CardRole, RoleRefusal> =>
  nextRoles(kind, from).includes(to) ? accept(to) : refuse({ code: 'modelling.role-closed', from, to });
