import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Card } from './card.ts';
import { openRule, type RuleFileRefusal, saysRule } from './rule/sealed-rule.ts';
import type { StatisticalCard } from './statistical/card.ts';
import { openCard, type Seal } from './statistical/sealed.ts';

/** A card as it was opened from a file, of either kind. */
export type OpenedCard = (
  | { readonly kind: 'statistical'; readonly card: StatisticalCard }
  | { readonly kind: 'rule'; readonly card: Card }
) & {
  readonly hash: string;
  /** Golden vectors that were computed anew and held. */
  readonly golden: number;
  /** The key of the signature, which holds; null where there is none. */
  readonly keyId: string | null;
};

export type OpenRefusal = RuleFileRefusal;

/** Opens a file of either kind: nothing is answered unless its shape, hash, signature and every golden vector hold. */
export function openCardFile(
  body: unknown,
  isSigned: (hash: string, seal: Seal) => boolean,
  knownFeatures: ReadonlySet<string>,
): Result<OpenedCard, OpenRefusal> {
  const { hash, seal } = (body ?? {}) as { hash: string; seal?: Seal | null };
  const keyId = seal?.keyId ?? null;
  if (saysRule(body)) {
    const opened = openRule(body, isSigned, knownFeatures);
    if (!opened.ok) return opened;
    const { card, golden } = opened.value;
    return accept({ kind: 'rule', card, hash, golden: golden.length, keyId });
  }
  const opened = openCard(body, isSigned);
  if (!opened.ok) return opened;
  const card = opened.value;
  return accept({ kind: 'statistical', card, hash, golden: card.golden.length, keyId });
}
