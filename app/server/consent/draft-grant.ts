import type { Purpose } from '~/domain/consent/artefact.ts';
import { usualItems } from '~/domain/consent/usual-items.ts';
import type { EnterpriseId, InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { type ConsentItems, consentItems } from '~/server/consent/consent-items.ts';
import { type ConsentView, viewsOf } from '~/server/consent/consent-view.ts';
import { consentsTo } from '~/server/consent/store.ts';
import { platformParty, recipientParties, shelfProduct } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openBranches } from '~/server/institution/store-branch.ts';

type Wish = {
  readonly for: 'evaluation' | 'bank';
  readonly institutionId?: InstitutionId | undefined;
  readonly productId?: ProductId | undefined;
  readonly purpose?: Purpose | undefined;
};

/**
 * Everything the firm must see before it signs (PIPL 17): the recipient and whom to turn to, each item with its
 * source, what is never opened, and the consent in force that the new one would replace.
 */
export function draftGrant(actor: Actor, wish: Wish) {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, (tx) => pageFor(tx, enterpriseId, wish));
}

async function pageFor(
  tx: Tx,
  enterpriseId: EnterpriseId,
  wish: Wish,
): Promise<Result<GrantPage, { readonly code: 'consent.recipient-not-found' }>> {
  const recipients = wish.for === 'bank' ? await recipientParties(tx, clock.today()) : [];
  const chosen = recipients.find((party) => party.id === wish.institutionId) ?? null;
  if (wish.institutionId && !chosen) return refuse({ code: 'consent.recipient-not-found' });
  const product = chosen && wish.productId ? await shelfProduct(tx, wish.productId, chosen.id) : null;
  const purpose = wish.for === 'evaluation' ? 'evaluation' : (wish.purpose ?? 'pre-loan');
  const items = await consentItems(tx);
  const usual = purpose === 'evaluation' ? items.open.map((item) => item.code) : usualItems;
  return accept({
    for: wish.for,
    purpose,
    platform: await platformParty(tx),
    recipients: recipients.filter((party) => party.standing === 'good'),
    chosen,
    branches: chosen ? await openBranches(tx, [chosen.id]) : [],
    product,
    inForce: await inForceFor(tx, enterpriseId, purpose, chosen?.id ?? null, product?.id ?? null),
    items,
    usual,
  });
}

/** The consent that a new one for the same recipient, purpose and product would replace. */
async function inForceFor(
  tx: Tx,
  firm: EnterpriseId,
  purpose: Purpose,
  bank: InstitutionId | null,
  product: string | null,
) {
  const given = await viewsOf(tx, await consentsTo(tx, firm, bank));
  return (
    given.find(
      (c) => c.purpose === purpose && c.branchId === null && c.productId === product && c.status === 'active',
    ) ?? null
  );
}

export type GrantPage = {
  readonly for: 'evaluation' | 'bank';
  readonly purpose: Purpose;
  readonly platform: Awaited<ReturnType<typeof platformParty>>;
  readonly recipients: Awaited<ReturnType<typeof recipientParties>>;
  readonly chosen: GrantPage['recipients'][number] | null;
  /** The open branches of the chosen bank. */
  readonly branches: Awaited<ReturnType<typeof openBranches>>;
  readonly product: Awaited<ReturnType<typeof shelfProduct>>;
  readonly inForce: ConsentView | null;
  readonly items: ConsentItems;
  /** Items that are ticked when the page opens. */
  readonly usual: readonly string[];
};
