import type { FeatureFact } from './definition.ts';

/**
 * The firms that one supply speaks for: all firms with a credit code for the registers of departments, or the firms
 * of one data set.
 */
export type Population = string & { readonly __population: unique symbol };

export const registers = 'registers' as Population;

/** The population of a firm: only a data set names its firms by ids of its own (`enterprise.external_id`). */
export const populationOf = (firm: {
  readonly source: string;
  readonly externalId: string | null;
}): Population => (firm.externalId === null ? registers : (firm.source as Population));

/**
 * Whether the absence of a record means something for this firm. A firm that registered itself is known to the
 * registers once its own registration record has come from them; until then a mistyped code would look like a clean
 * record. A data set names its firms itself.
 */
export const isIdentified = (population: Population, facts: readonly Pick<FeatureFact, 'item'>[]): boolean =>
  population !== registers || facts.some((fact) => fact.item === 'registration.profile');
