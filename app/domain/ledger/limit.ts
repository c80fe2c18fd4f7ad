import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';

/** The name of a limit: what shares one ceiling. */
export type LimitScope = string & { readonly __scope: unique symbol };

/** All that one borrower draws from a scheme, across banks (domain.md §2.6, §2.7). */
export const borrowerScope = (scheme: string, firm: EnterpriseId): LimitScope =>
  `borrower:${scheme}:${firm}` as LimitScope;

/** What one bank draws from a scheme in a year: the fuse (熔断) counts it, paid and held. */
export const bankYearScope = (scheme: string, bank: InstitutionId, year: number): LimitScope =>
  `bank:${scheme}:${bank}:${year}` as LimitScope;

/** What a whole scheme pays in a year. */
export const poolYearScope = (scheme: string, year: number): LimitScope =>
  `pool:${scheme}:${year}` as LimitScope;

/** A ceiling to be set. `null` only counts what is used. */
export type NewLimit = {
  readonly scope: LimitScope;
  readonly ceiling: Fen | null;
  /** Who may read it beside the platform. */
  readonly enterpriseId: EnterpriseId | null;
  readonly institutionId: InstitutionId | null;
};

/** What a movement takes from a limit; a negative amount gives room back, as a recovery may. */
export type Charge = { readonly scope: LimitScope; readonly amount: Fen };
