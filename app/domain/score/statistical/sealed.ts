import { z } from 'zod';
import { canonicalJson } from '~/domain/kernel/hash.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type StatisticalCard, statisticalCardHash, statisticalCardSchema } from './card.ts';
import { checkGolden, type GoldenRefusal } from './golden.ts';

/** Who vouches for a card: the Ed25519 signature of its hash, the key it was made with. */
export const sealSchema = z.object({ signature: z.string(), keyId: z.string(), publicKey: z.string() });

/** A card as a file: its body, the SHA-256 of its canonical text, and the platform's signature once it is imported. */
export const sealedCardSchema = z.object({
  card: statisticalCardSchema,
  hash: z.string().length(64),
  seal: sealSchema.nullable(),
});

export type SealedCard = z.output<typeof sealedCardSchema>;
export type Seal = z.output<typeof sealSchema>;

export type CardFileRefusal =
  | { readonly code: 'card.not-a-card'; readonly at: string }
  | { readonly code: 'card.hash-wrong' }
  | { readonly code: 'card.signature-wrong' }
  | GoldenRefusal;

/** A card ready to be written: hashed, with the signature if there is one. */
export const sealCard = (card: StatisticalCard, sealed: Seal | null): SealedCard => ({
  card,
  hash: statisticalCardHash(card),
  seal: sealed,
});

/**
 * Opens a card that came from outside: the shape, the hash, the signature (given how to check one) and every golden
 * vector must hold, else nothing of it is used.
 */
export function openCard(
  body: unknown,
  isSigned: (hash: string, seal: Seal) => boolean,
): Result<StatisticalCard, CardFileRefusal> {
  const parsed = sealedCardSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse({ code: 'card.not-a-card', at: issue?.path.join('.') || '.' });
  }
  const { card, hash, seal: own } = parsed.data;
  if (statisticalCardHash(card) !== hash) return refuse({ code: 'card.hash-wrong' });
  if (own && !isSigned(hash, own)) return refuse({ code: 'card.signature-wrong' });
  return checkGolden(card);
}

/** The text of a card file: canonical, so that the same card is the same bytes everywhere. */
export const cardText = (sealed: SealedCard): string => `${canonicalJson(sealed)}\n`;
