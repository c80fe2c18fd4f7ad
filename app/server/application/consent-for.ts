import { type ConsentTerms, standingAt } from '~/domain/consent/artefact.ts';
import { type DraftRefusal, draftConsent } from '~/domain/consent/draft-consent.ts';
import { addMonths, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId, InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import { insist, type Result } from '~/domain/kernel/result.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import type { BranchFor } from '~/server/application/branch-for.ts';
import { clock } from '~/server/clock.ts';
import { signConsent } from '~/server/consent/sign-consent.ts';
import { catalogueToday, consentsTo } from '~/server/consent/store.ts';
import { reachedAt } from '~/server/consent/store-matter.ts';
import type { Tx } from '~/server/db/client.ts';

type Product = { readonly id: string; readonly institutionId: string };

/** How a bank may use what an application opens. */
export const applyModes = ['store', 'view'] as const;
export type ApplyMode = (typeof applyModes)[number];

/** What the firm opens to every bank it applies to here. */
export type ConsentWish = {
  readonly items: readonly string[];
  readonly dataMonths: number;
  readonly validMonths: number;
  readonly readsPerDay: number;
  readonly retentionDays: number;
  /** Whether the bank may keep a copy in its loan file, or only look. */
  readonly mode: ApplyMode;
  readonly returnDirection: boolean;
};

/**
 * The pre-loan consent in force for a product, or null. One that was given for an application that is closed has reached
 * its purpose and serves no other; one for yes-or-no answers opens no file.
 */
export async function consentFor(
  tx: Tx,
  firm: FirmPerson,
  product: Product,
  to: BranchFor,
): Promise<ConsentId | null> {
  const given = await consentsTo(tx, firm.enterpriseId, product.institutionId as InstitutionId);
  const reached = await reachedAt(tx, given);
  const now = clock.now();
  const found = given.find(
    (consent) =>
      consent.purpose === 'pre-loan' &&
      consent.mode !== 'query' &&
      standingAt(consent, now, reached.get(consent.id) ?? null) === 'active' &&
      serves(consent, product, to),
  );
  return found?.id ?? null;
}

const serves = ({ recipient }: Pick<ConsentTerms, 'recipient'>, product: Product, to: BranchFor): boolean =>
  recipient.kind === 'institution' &&
  (recipient.productId === null || recipient.productId === product.id) &&
  (!recipient.branchId || recipient.branchId === to.branchId);

/** The terms that one application asks for: this bank or the branch chosen of it, this product, pre-loan, ending with the application. */
function termsFor(product: Product, wish: ConsentWish, to: BranchFor): ConsentTerms {
  const today = clock.today();
  const { items, readsPerDay, retentionDays, mode, returnDirection } = wish;
  return {
    recipient: {
      kind: 'institution',
      institutionId: product.institutionId as InstitutionId,
      ...(to.isChosen && to.branchId && { branchId: to.branchId }),
      productId: product.id as ProductId,
    },
    purpose: 'pre-loan',
    items,
    detail: 'detail',
    mode,
    fetchType: 'one-time',
    dataFrom: addMonths(today, -wish.dataMonths),
    dataTo: null,
    validFrom: clock.now(),
    validTo: startOf(addMonths(today, wish.validMonths)),
    readsPerDay,
    retentionDays,
    returnDirection,
  };
}

/** Whether such a consent may be signed at all, before anything is written. */
export async function checkWish(
  tx: Tx,
  product: Product,
  wish: ConsentWish,
  to: BranchFor,
): Promise<Result<unknown, DraftRefusal>> {
  return draftConsent(termsFor(product, wish, to), await catalogueToday(tx, clock.today()));
}

/** Signs the consent of one application; the wish was checked in the same transaction. */
export async function signFor(
  tx: Tx,
  firm: FirmPerson,
  product: Product,
  wish: ConsentWish,
  to: BranchFor,
): Promise<ConsentId> {
  return insist(await signConsent(tx, firm, termsFor(product, wish, to)));
}
