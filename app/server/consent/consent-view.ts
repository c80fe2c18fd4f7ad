import { statusAt } from '~/domain/consent/artefact.ts';
import type { SealedConsent } from '~/server/consent/store.ts';

/** What the signed text says about names: they are shown as they were signed, whatever became of them since. */
type SignedText = {
  readonly recipient: {
    readonly name: string;
    readonly contact?: string | null;
    readonly product?: string | null;
  };
  readonly signatory: { readonly name: string };
  readonly enterprise: { readonly name: string; readonly uscc?: string | null };
  readonly items: readonly { readonly code: string; readonly name: string }[];
};

/** A consent as pages show it: plain JSON, names from the signed text with the English ones beside. */
export function viewOf(consent: SealedConsent, now: Date, english: ReadonlyMap<string, string>) {
  const signed = JSON.parse(consent.body) as SignedText;
  const { recipient } = consent;
  return {
    id: consent.id,
    purpose: consent.purpose,
    status: statusAt(consent, now),
    recipient: {
      zh: signed.recipient.name,
      en: english.get(recipient.kind === 'platform' ? 'platform' : recipient.institutionId) ?? null,
    },
    contact: signed.recipient.contact ?? null,
    product: signed.recipient.product ?? null,
    institutionId: recipient.kind === 'institution' ? recipient.institutionId : null,
    productId: recipient.kind === 'institution' ? recipient.productId : null,
    firm: signed.enterprise,
    signatory: signed.signatory.name,
    items: signed.items.map(({ code, name }) => ({ code, zh: name, en: english.get(code) ?? null })),
    detail: consent.detail,
    mode: consent.mode,
    fetchType: consent.fetchType,
    dataFrom: consent.dataFrom,
    dataTo: consent.dataTo,
    validFrom: consent.validFrom.toISOString(),
    validTo: consent.validTo.toISOString(),
    readsPerDay: consent.readsPerDay,
    retentionDays: consent.retentionDays,
    returnDirection: consent.returnDirection,
    grantedAt: consent.grantedAt.toISOString(),
    revokedAt: consent.revokedAt?.toISOString() ?? null,
  };
}

export type ConsentView = ReturnType<typeof viewOf>;
