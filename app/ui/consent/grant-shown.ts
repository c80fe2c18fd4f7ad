import type { Purpose } from '~/domain/consent/artefact.ts';
import type { ConsentShown } from './consent-shown.ts';

type Party = { readonly nameZh: string; readonly nameEn: string; readonly contact: string | null };
type Named = { readonly zh: string; readonly en: string };

export type GrantItem = {
  readonly code: string;
  readonly classCode: string;
  readonly className: Named;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly provider: Named;
  readonly sensitivity: string;
};

/** What the page on which a consent is given shows. */
export type GrantShown = {
  readonly for: 'evaluation' | 'bank';
  readonly purpose: Purpose;
  readonly platform: Party;
  readonly recipients: readonly (Party & { readonly id: string })[];
  readonly chosen: (Party & { readonly id: string }) | null;
  readonly branches: readonly (Named & { readonly id: string })[];
  readonly product: { readonly id: string; readonly nameZh: string; readonly nameEn: string } | null;
  readonly inForce: ConsentShown | null;
  readonly items: {
    readonly open: readonly GrantItem[];
    readonly publicCount: number;
    readonly personal: readonly GrantItem[];
  };
  readonly usual: readonly string[];
};
