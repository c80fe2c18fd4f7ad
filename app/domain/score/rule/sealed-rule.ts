import { z } from 'zod';
import { type Canonical, canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Card, cardHash, cardSchema, faultsOf } from '../card.ts';
import { type CardFileRefusal, type Seal, sealSchema } from '../statistical/sealed.ts';
import { checkRuleGolden, ruleGolden, ruleGoldenSchema } from './golden.ts';

/**
 * A rule card as a file: the card as it was published, its golden vectors, the SHA-256 of both together, and who vouches
 * for them. The hash of the card alone is the one of its publication.
 */
export const sealedRuleSchema = z.object({
  card: cardSchema,
  golden: z.array(ruleGoldenSchema).min(1),
  hash: z.string().length(64),
  seal: sealSchema.nullable(),
});

export type SealedRule = z.output<typeof sealedRuleSchema>;

export type RuleFileRefusal =
  | CardFileRefusal
  | { readonly code: 'score.card-faulty'; readonly faults: readonly string[] };

/** SHA-256 of a rule card's file: of the card's own hash and its golden vectors. */
export const ruleFileHash = (body: Pick<SealedRule, 'card' | 'golden'>): string =>
  sha256(canonicalJson({ card: cardHash(body.card), golden: body.golden } as Canonical));

/** A rule card ready to be written, with its golden vectors inside; `sign` gets the hash of both. */
export function sealRule(card: Card, sign: (hash: string) => Seal | null): SealedRule {
  const body = { card, golden: ruleGolden(card) };
  const hash = ruleFileHash(body);
  return { ...body, hash, seal: sign(hash) };
}

/**
 * Opens a rule card that came from outside: shape, sums and bins, hash, signature and every golden vector must hold, else
 * nothing of it is used.
 */
export function openRule(
  body: unknown,
  isSigned: (hash: string, seal: Seal) => boolean,
  knownFeatures: ReadonlySet<string>,
): Result<SealedRule, RuleFileRefusal> {
  const parsed = sealedRuleSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse({ code: 'card.not-a-card', at: issue?.path.join('.') || '.' });
  }
  const { card, golden, hash, seal } = parsed.data;
  if (ruleFileHash({ card, golden }) !== hash) return refuse({ code: 'card.hash-wrong' });
  if (seal && !isSigned(hash, seal)) return refuse({ code: 'card.signature-wrong' });
  const faults = faultsOf(card, knownFeatures);
  if (faults.length > 0) return refuse({ code: 'score.card-faulty', faults });
  const checked = checkRuleGolden(card, golden);
  return checked.ok ? accept(parsed.data) : checked;
}

/** The text of a rule card's file: canonical, so that the same card is the same bytes everywhere. */
export const ruleText = (sealed: SealedRule): string => `${canonicalJson(sealed as unknown as Canonical)}\n`;

/** Whether a file says that it holds a rule card. */
export const saysRule = (body: unknown): boolean =>
  (body as { card?: { kind?: unknown } } | null)?.card?.kind === 'rule';
