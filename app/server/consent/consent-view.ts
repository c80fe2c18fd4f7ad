import { standingAt } from '~/domain/consent/artefact.ts';
import { clock } from '~/server/clock.ts';
import type { SealedConsent } from '~/server/consent/store.ts';
import { reachedAt } from '~/server/consent/store-matter.ts';
import { englishNames } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { keptFor, publicVersion } from '~/server/db/kept.ts';

/** What the signed text says about names: they are shown as they were signed, whatever became of them since. */
type SignedText = {
  readonly recipient: {
    readonly name: string;
    readonly contact?: string | null;
    readonly branch?: string;
    readonly product?: string | null;
  };
  readonly signatory: { readonly name: string };
  readonly enterprise: { readonly name: string; readonly uscc?: string | null };
  readonly items: readonly { readonly code: string; readonly name: string }[];
};

type Beside = { readonly english: ReadonlyMap<string, string>; readonly reached: Date | null };

/** Consents as pages show them: plain JSON, names from the signed texts with the English ones beside. */
export async function viewsOf(
  tx: Tx,
  consents: readonly SealedConsent[],
  version?: string,
): Promise<ConsentView[]> {
  const english = await keptFor(tx, 'english-names', version ?? (await publicVersion(tx)), englishNames);
  const reached = await reachedAt(tx, consents);
  return consents.map((consent) => viewOf(consent, { english, reached: reached.get(consent.id) ?? null }));
}

/** One consent as a page shows it. */
export const viewOne = async (tx: Tx, consent: SealedConsent, version?: string): Promise<ConsentView> =>
  (await viewsOf(tx, [consent], version))[0] as ConsentView;

export type ConsentView = ReturnType<typeof viewOf>;

function viewOf(consent: SealedConsent, { english, reached }: Beside) {
  const signed = JSON.parse(consent.body) as SignedText;
  const { recipient } = consent;
  return {
    id: consent.id,
    purpose: consent.purpose,
    status: standingAt(consent, clock.now(), reached),
    recipient: {
      zh: signed.recipient.name,
      en: english.get(recipient.kind === 'platform' ? 'platform' : recipient.institutionId) ?? null,
    },
    contact: signed.recipient.contact ?? null,
    branch: signed.recipient.branch
      ? { zh: signed.recipient.branch, en: english.get(branchOf(consent) ?? '') ?? null }
      : null,
    product: signed.recipient.product
      ? { zh: signed.recipient.product, en: english.get(productOf(consent) ?? '') ?? null }
      : null,
    institutionId: recipient.kind === 'institution' ? recipient.institutionId : null,
    branchId: branchOf(consent),
    productId: productOf(consent),
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
    pausedAt: consent.pausedAt?.toISOString() ?? null,
  };
}

const branchOf = ({ recipient }: SealedConsent) =>
  recipient.kind === 'institution' ? (recipient.branchId ?? null) : null;
const productOf = ({ recipient }: SealedConsent) =>
  recipient.kind === 'institution' ? recipient.productId : null;
