import { productDraftText } from '~/text/product-draft.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

const tones = {
  draft: 'warn',
  submitted: 'info',
  approved: 'info',
  'in-force': 'good',
  discarded: 'mute',
} as const;
export type ProductDraftState = keyof typeof tones;

/** How far a version of a product has come. */
export function ProductDraftBadge({ state }: { state: ProductDraftState }) {
  const t = useText(productDraftText);
  return <Badge tone={tones[state]}>{t(`draft.state.${state}`)}</Badge>;
}
