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

/** What a card may become from where it is. */
export const nextRoles = (role: CardRole): readonly CardRole[] => next[role];

export type RoleRefusal = {
  readonly code: 'modelling.role-closed';
  readonly from: CardRole;
  readonly to: CardRole;
};

/** A card becomes champion only after it has run as a challenger. */
export const changeRole = (from: CardRole, to: CardRole): Result<CardRole, RoleRefusal> =>
  next[from].includes(to) ? accept(to) : refuse({ code: 'modelling.role-closed', from, to });
