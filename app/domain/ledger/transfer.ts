import type { Day } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, Id, InstitutionId, LoanId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { AccountId } from './account.ts';
import type { Charge } from './limit.ts';
import type { LegRefusal } from './refusal.ts';

/** The journal number (凭证号) of a transaction. */
export type TransactionId = bigint & { readonly __transaction: unique symbol };
export type HoldId = Id<'hold'>;

/** An amount above zero that leaves one account (贷) and enters another (借). */
export type Leg = { readonly from: AccountId; readonly to: AccountId; readonly amount: Fen };

/** Whom and what a movement is about: they may read it and it leads back to its cause. */
export type About = {
  readonly enterpriseId?: EnterpriseId | null;
  readonly institutionId?: InstitutionId | null;
  readonly loanId?: LoanId | null;
  /** The claim, entitlement or recovery that caused it. */
  readonly reference?: { readonly kind: string; readonly id: string } | null;
  /** What a person noted about it. */
  readonly memo?: string | null;
};

/**
 * A movement of money. The same key with the same content is the same movement, however often it is sent; the same key
 * with another content is refused. `effectiveOn` is the day from which it counts, whenever it is booked.
 */
export type Transfer = {
  readonly key: string;
  /** `stage.what`, such as `compensation.paid`. */
  readonly kind: string;
  readonly effectiveOn: Day;
  readonly legs: readonly Leg[];
  readonly charges?: readonly Charge[];
  readonly about?: About;
};

/** Refuses legs that move nothing or move money onto itself. */
export function checkLegs(legs: readonly Leg[]): Result<readonly Leg[], LegRefusal> {
  if (legs.length === 0 || legs.some((leg) => leg.amount <= 0n))
    return refuse({ code: 'ledger.amount-not-positive' });
  if (legs.some((leg) => leg.from === leg.to)) return refuse({ code: 'ledger.same-account' });
  return accept(legs);
}

/** SHA-256 of a request written as parts in a fixed order: two requests are the same exactly when this is. */
export const requestHash = (...parts: readonly RequestPart[]): string => sha256(JSON.stringify(parts));

type RequestPart = string | null | readonly RequestPart[];

export const legParts = (legs: readonly Leg[]): RequestPart =>
  legs.map((leg) => [leg.from, leg.to, String(leg.amount)]);
export const chargeParts = (charges: readonly Charge[]): RequestPart =>
  charges.map((charge) => [charge.scope, String(charge.amount)]);
export const aboutParts = (about: About = {}): RequestPart => [
  about.enterpriseId ?? null,
  about.institutionId ?? null,
  about.loanId ?? null,
  about.reference ? [about.reference.kind, about.reference.id] : null,
  about.memo ?? null,
];

/** Whom and what it is about, as it is stored. */
export const plainAbout = (about: About = {}) => ({
  enterpriseId: about.enterpriseId ?? undefined,
  institutionId: about.institutionId ?? undefined,
  loanId: about.loanId ?? undefined,
  referenceKind: about.reference?.kind,
  referenceId: about.reference?.id,
  memo: about.memo ?? undefined,
});
