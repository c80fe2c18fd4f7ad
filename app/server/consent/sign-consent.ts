import { randomUUID } from 'node:crypto';
import type { Consent, ConsentTerms } from '~/domain/consent/artefact.ts';
import { isSameUse, statusAt, toBranch } from '~/domain/consent/artefact.ts';
import { coversLess } from '~/domain/consent/consent-diff.ts';
import { type DraftRefusal, draftConsent } from '~/domain/consent/draft-consent.ts';
import { consentBody, consentHash, type SignedNames } from '~/domain/consent/receipt.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { hookOrder } from '~/server/consent/hook-order.ts';
import { openPurge } from '~/server/consent/open-purge.ts';
import {
  type CatalogueRow,
  catalogueToday,
  consentsTo,
  insertConsent,
  lastConsentHash,
  lockConsents,
  markWithdrawn,
  type SealedConsent,
} from '~/server/consent/store.ts';
import { wasRead } from '~/server/consent/store-chase.ts';
import { firmNames, platformParty, recipientParty, shelfProduct } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { openBranch } from '~/server/institution/store-branch.ts';
import { notify } from '~/server/platform/notify.ts';
import { signText } from '~/server/platform/signing.ts';

type RecipientRefusal = { readonly code: 'consent.recipient-not-found' | 'consent.recipient-suspended' };
export type SignRefusal = DraftRefusal | RecipientRefusal;

/**
 * Signs one consent in the caller's transaction: checked, sealed into the firm's chain with the names as they are
 * today, announced to the recipient. An earlier consent in force for the same recipient, purpose and product is
 * replaced: the newest signature says what holds, and what it leaves out the recipient has to delete.
 */
export async function signConsent(
  tx: Tx,
  actor: FirmPerson,
  terms: ConsentTerms,
): Promise<Result<ConsentId, SignRefusal>> {
  await lockConsents(tx, actor.enterpriseId);
  const at = clock.now();
  const catalogue = await catalogueToday(tx, dayAt(at));
  const drafted = draftConsent(terms, catalogue);
  if (!drafted.ok) return drafted;
  const recipient = await recipientNames(tx, terms);
  if (!recipient.ok) return recipient;
  const consent: Consent = {
    ...terms,
    id: randomUUID() as ConsentId,
    enterpriseId: actor.enterpriseId,
    grantedBy: actor.userId,
    grantedAt: at,
    revokedAt: null,
    pausedAt: null,
  };
  const renews = await replaceEarlier(tx, actor, consent);
  const hash = await seal(tx, actor, consent, { recipient: recipient.value, catalogue, renews });
  await announce(tx, actor, consent, hash);
  return accept(consent.id);
}

async function recipientNames(
  tx: Tx,
  { recipient }: ConsentTerms,
): Promise<Result<SignedNames['recipient'], RecipientRefusal>> {
  if (recipient.kind === 'platform') {
    const platform = await platformParty(tx);
    return accept({ name: platform.nameZh, contact: platform.contact, product: null });
  }
  const party = await recipientParty(tx, recipient.institutionId, clock.today());
  if (!party) return refuse({ code: 'consent.recipient-not-found' });
  if (party.standing !== 'good') return refuse({ code: 'consent.recipient-suspended' });
  const product =
    recipient.productId && (await shelfProduct(tx, recipient.productId, recipient.institutionId));
  if (recipient.productId && !product) return refuse({ code: 'consent.recipient-not-found' });
  const branch = recipient.branchId && (await openBranch(tx, recipient.institutionId, recipient.branchId));
  if (recipient.branchId && !branch) return refuse({ code: 'consent.recipient-not-found' });
  return accept({
    name: party.nameZh,
    contact: party.contact,
    ...(branch && { branch: branch.zh }),
    product: product ? product.nameZh : null,
  });
}

type Sealed = {
  readonly recipient: SignedNames['recipient'];
  readonly catalogue: readonly CatalogueRow[];
  readonly renews: SealedConsent | null;
};

/** The names as they are today, which become part of what is signed. */
async function namesFor(
  tx: Tx,
  actor: FirmPerson,
  consent: Consent,
  { recipient, catalogue, renews }: Sealed,
): Promise<SignedNames> {
  const enterprise = await firmNames(tx, actor.enterpriseId);
  if (!enterprise) throw new Error('a firm signs that does not exist');
  return {
    consentId: consent.id,
    enterprise,
    signatory: { id: actor.userId, name: actor.name },
    recipient,
    items: catalogue.filter((i) => consent.items.includes(i.code)).map((i) => ({ ...i, name: i.nameZh })),
    grantedAt: consent.grantedAt,
    ...(renews && { renews: { id: renews.id, hash: renews.hash } }),
  };
}

async function seal(tx: Tx, actor: FirmPerson, consent: Consent, sealed: Sealed): Promise<string> {
  const names = await namesFor(tx, actor, consent, sealed);
  const {
    id: _id,
    enterpriseId: _firm,
    grantedBy: _by,
    grantedAt: _at,
    revokedAt: _active,
    pausedAt: _inUse,
    ...terms
  } = consent;
  const body = consentBody(terms, names);
  const previousHash = await lastConsentHash(tx, actor.enterpriseId);
  const hash = consentHash(previousHash, body);
  await insertConsent(tx, consent, {
    body,
    previousHash,
    hash,
    renews: sealed.renews?.id ?? null,
    ...signText(hash),
  });
  return hash;
}

const institutionOf = ({ recipient }: ConsentTerms) =>
  recipient.kind === 'institution' ? recipient.institutionId : null;

/** Ends the consents in force for the same use; the newest that was not withdrawn is the one that is renewed. */
async function replaceEarlier(tx: Tx, actor: FirmPerson, consent: Consent): Promise<SealedConsent | null> {
  let renewed: SealedConsent | null = null;
  const earlier = await consentsTo(tx, actor.enterpriseId, institutionOf(consent));
  for (const old of earlier) {
    if (!isSameUse(old, consent)) continue;
    const status = statusAt(old, consent.grantedAt);
    if (status === 'withdrawn') continue;
    if (!renewed || old.grantedAt > renewed.grantedAt) renewed = old;
    if (status === 'expired') continue;
    await replace(tx, actor, old, consent);
  }
  return renewed;
}

/** What the newer consent covers the recipient may go on keeping; the rest it has to delete, if it ever read any of it. */
async function replace(tx: Tx, actor: FirmPerson, old: SealedConsent, consent: Consent): Promise<void> {
  const { enterpriseId } = actor;
  const [institutionId, at] = [institutionOf(old), consent.grantedAt];
  await markWithdrawn(tx, old, actor.userId, at);
  const leavesData = institutionId !== null && coversLess(old, consent) && (await wasRead(tx, old));
  if (leavesData) await openPurge(tx, actor, { consent: old, kind: 'consent.narrowed', at });
  await recordChange(tx, actor, {
    ...{ kind: 'consent.replaced', enterpriseId, institutionId, subjectId: old.id },
    payload: { by: consent.id },
    jobs: leavesData ? [hookOrder({ institutionId, type: 'consent.withdrawn', subjectId: old.id })] : [],
  });
}

async function announce(tx: Tx, actor: FirmPerson, consent: Consent, hash: string): Promise<void> {
  const { id, enterpriseId, purpose } = consent;
  const institutionId = institutionOf(consent);
  await recordChange(tx, actor, {
    kind: 'consent.granted',
    enterpriseId,
    institutionId,
    subjectId: id,
    payload: { purpose, hash },
    jobs: institutionId
      ? []
      : [{ name: 'score.refresh-firm', payload: { enterpriseId, cause: 'consent', ref: id } }],
  });
  await appendAudit(tx, actor, {
    action: 'consent.granted',
    enterpriseId,
    purpose,
    consentId: id,
    detail: { hash },
  });
  if (!institutionId) return;
  const firm = await firmNames(tx, enterpriseId);
  const params = { firm: firm?.name ?? '', purpose, ...toBranch(consent) };
  await notify(tx, { to: { institutionId }, kind: 'consent.granted', params, href: '/bank' });
}
