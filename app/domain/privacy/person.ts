import { canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, Id, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PersonPurpose, Relation } from './relation.ts';

export type PersonId = Id<'person'>;
export type SubjectId = Id<'data-subject'>;
export type PersonConsentId = Id<'person-consent'>;

export type ShareRefusal =
  | { readonly code: 'privacy.share-missing'; readonly field: 'share' }
  | { readonly code: 'privacy.share-small'; readonly field: 'share'; readonly leastPpm: number };

/** An owner is asked from a share on that policy names (≥ x %); the others are asked for what they are. */
export function checkShare(
  relation: Relation,
  sharePpm: number | null,
  leastPpm: number,
): Result<number | null, ShareRefusal> {
  if (relation !== 'owner') return accept(null);
  if (sharePpm === null) return refuse({ code: 'privacy.share-missing', field: 'share' });
  return sharePpm < leastPpm
    ? refuse({ code: 'privacy.share-small', field: 'share', leastPpm })
    : accept(sharePpm);
}

/** What identifies a person; it is stored under the person's own key and nowhere else. */
export type Identity = { readonly name: string; readonly idNumber: string | null; readonly nonce: string };

/** Stands for the identity in signed texts: it proves it to who holds the receipt and tells nothing to others. */
export const identityCommitment = ({ name, idNumber, nonce }: Identity): string =>
  sha256(canonicalJson({ name, idNumber, nonce }));

export type PersonTerms = {
  readonly enterpriseId: EnterpriseId;
  readonly institutionId: InstitutionId;
  readonly purpose: PersonPurpose;
  readonly items: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date;
};

/** The text that a person signs. */
export const personConsentBody = (
  { validFrom, validTo, ...terms }: PersonTerms,
  names: {
    readonly id: PersonConsentId;
    readonly personId: PersonId;
    readonly identity: string;
    readonly firm: string;
    readonly recipient: string;
    readonly grantedAt: Date;
  },
): string =>
  canonicalJson({
    ...terms,
    format: 'xinqiao-person-consent/1',
    id: names.id,
    person: { id: names.personId, identity: names.identity },
    firm: names.firm,
    recipient: names.recipient,
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
    grantedAt: names.grantedAt.toISOString(),
  });

export type PersonConsent = PersonTerms & {
  readonly id: PersonConsentId;
  readonly personId: PersonId;
  readonly grantedAt: Date;
  readonly revokedAt: Date | null;
};

export type PersonUseRefusal = {
  readonly code:
    | 'privacy.person-none'
    | 'privacy.person-withdrawn'
    | 'privacy.person-expired'
    | 'privacy.person-items';
};

/** May this recipient ask about this item for this purpose now? The newest signature says what holds. */
export function checkPersonUse(
  consents: readonly PersonConsent[],
  use: {
    readonly institutionId: InstitutionId;
    readonly purpose: PersonPurpose;
    readonly item: string;
    readonly at: Date;
  },
): Result<PersonConsent, PersonUseRefusal> {
  const newest = consents
    .filter((one) => one.institutionId === use.institutionId && one.purpose === use.purpose)
    .sort((a, b) => b.grantedAt.getTime() - a.grantedAt.getTime())[0];
  if (!newest) return refuse({ code: 'privacy.person-none' });
  if (newest.revokedAt && newest.revokedAt <= use.at) return refuse({ code: 'privacy.person-withdrawn' });
  if (newest.validTo <= use.at || newest.validFrom > use.at)
    return refuse({ code: 'privacy.person-expired' });
  return newest.items.includes(use.item) ? accept(newest) : refuse({ code: 'privacy.person-items' });
}
