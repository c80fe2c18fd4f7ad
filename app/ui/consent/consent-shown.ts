import type { ConsentStatus, Detail, FetchType, Mode, Purpose } from '~/domain/consent/artefact.ts';

/** A catalogue item by name, in the signed text's language and in English. */
export type ItemShown = { readonly code: string; readonly zh: string; readonly en: string | null };

/** A consent as loaders hand it to pages. */
export type ConsentShown = {
  readonly id: string;
  readonly purpose: Purpose;
  readonly status: ConsentStatus | 'reached';
  readonly recipient: { readonly zh: string; readonly en: string | null };
  readonly contact: string | null;
  /** The branch that it names; null: the whole institution. */
  readonly branch: { readonly zh: string; readonly en: string | null } | null;
  /** Null for the platform. */
  readonly institutionId: string | null;
  readonly productId: string | null;
  readonly product: { readonly zh: string; readonly en: string | null } | null;
  readonly firm: { readonly name: string; readonly uscc?: string | null };
  readonly signatory: string;
  readonly items: readonly ItemShown[];
  readonly detail: Detail;
  readonly mode: Mode;
  readonly fetchType: FetchType;
  readonly dataFrom: string | null;
  readonly dataTo: string | null;
  readonly validFrom: string;
  readonly validTo: string;
  readonly readsPerDay: number;
  readonly retentionDays: number;
  readonly returnDirection: boolean;
  readonly grantedAt: string;
  readonly revokedAt: string | null;
  readonly pausedAt: string | null;
};
