import { z } from 'zod';
import {
  collaterals,
  figures,
  firmKinds,
  gradeLadder,
  purposes,
  sizeClasses,
  titles,
} from '~/domain/product/vocabulary.ts';

/** Whole numbers between two bounds, both included; a missing bound is open. Money is in fen. */
const bounds = { atLeast: z.int().optional(), atMost: z.int().optional() };
const someOf = <T extends readonly [string, ...string[]]>(of: T) => z.array(z.enum(of)).min(1).readonly();

/** One question about one firm and its need, answered pass, fail or unknown. */
const atom = z.discriminatedUnion('kind', [
  /** The firm is in business: not cancelled, revoked or moved out. */
  z.object({ kind: z.literal('active') }),
  z.object({ kind: z.literal('firm-kind'), in: someOf(firmKinds) }),
  /** Prefixes of GB/T 2260 codes: `64` a province, `6401` a prefecture, `640106` a county. */
  z.object({
    kind: z.literal('region'),
    in: z
      .array(z.string().regex(/^\d{2,6}$/))
      .min(1)
      .readonly(),
  }),
  /** A section letter or the prefix of a GB/T 4754 code: `C`, `39`, `6513`. */
  z.object({
    kind: z.literal('industry'),
    in: z
      .array(z.string().regex(/^([A-T]|\d{2,4})$/))
      .min(1)
      .readonly(),
  }),
  z.object({ kind: z.literal('size'), in: someOf(sizeClasses) }),
  /** Whole months since the firm was established. */
  z.object({ kind: z.literal('age'), ...bounds }),
  /** A figure that the firm declared: staff, yearly revenue, total assets. */
  z.object({ kind: z.literal('figure'), of: z.enum(figures), ...bounds }),
  z.object({ kind: z.literal('grade'), atLeast: z.enum(gradeLadder) }),
  /** Score in milli-points of 1,000,000. */
  z.object({ kind: z.literal('points'), ...bounds }),
  /** A feature of the score, by its code: a count, fen, days or ppm. */
  z.object({ kind: z.literal('feature'), code: z.string().min(1), ...bounds }),
  z.object({ kind: z.literal('title'), anyOf: someOf(titles) }),
  /** The firm allows its evaluation on consent items. */
  z.object({ kind: z.literal('consent') }),
  /** No bank loan before (首贷, domain.md edge case 7): the credit record decides at disbursement, so it is never a pass here. */
  z.object({ kind: z.literal('first-loan') }),
  z.object({ kind: z.literal('amount'), ...bounds }),
  z.object({ kind: z.literal('term'), ...bounds }),
  z.object({ kind: z.literal('purpose'), in: someOf(purposes) }),
  /** What the firm can pledge meets at least one; a rule that allows `credit` passes without a pledge. */
  z.object({ kind: z.literal('collateral'), in: someOf(collaterals) }),
  /** A condition in the bank's words that no record answers: always unknown, the bank is asked. */
  z.object({ kind: z.literal('ask'), zh: z.string().min(1), en: z.string().min(1) }),
]);

export type Atom = z.output<typeof atom>;
export type AtomOf<K extends Atom['kind']> = Extract<Atom, { kind: K }>;

/** The typed predicate tree of a product's conditions. */
export type Rule =
  | Atom
  | { readonly kind: 'all'; readonly rules: readonly Rule[] }
  | { readonly kind: 'any'; readonly rules: readonly Rule[] }
  | { readonly kind: 'not'; readonly rule: Rule };

/** The tree as it is stored in `product.eligibility`; anything else is refused at the edge. */
export const ruleSchema: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    atom,
    z.object({ kind: z.enum(['all', 'any']), rules: z.array(ruleSchema).readonly() }),
    z.object({ kind: z.literal('not'), rule: ruleSchema }),
  ]),
) as z.ZodType<Rule>;
