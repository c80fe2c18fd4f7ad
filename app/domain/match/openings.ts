import type { Day } from '~/domain/kernel/day.ts';
import type { ProductId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Match } from '~/domain/match/match.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { AtomExplanation, Explanation } from '~/domain/product/explain.ts';
import { judge, type Missing } from '~/domain/product/judge.ts';
import { evaluate, type Verdict } from '~/domain/product/predicate.ts';
import { conditionsOfProduct, type Product } from '~/domain/product/product.ts';
import { type Collateral, collaterals } from '~/domain/product/vocabulary.ts';

/** A single step that a firm can take. */
export type Step =
  | { readonly kind: 'consent' }
  | { readonly kind: 'declare' }
  | { readonly kind: 'amount'; readonly toFen: string }
  | { readonly kind: 'term'; readonly toMonths: number }
  | { readonly kind: 'pledge'; readonly collateral: Collateral }
  | { readonly kind: 'wait'; readonly until: Day; readonly days: number };

/** What one step alone would do: products that no longer fail, and products whose open questions it answers. */
export type Opening = {
  readonly step: Step;
  readonly opens: readonly ProductId[];
  readonly settles: readonly ProductId[];
};

/**
 * What would open more products: every single step that the explanations suggest, tried on the real rules; first what
 * the firm can do now, the most fruitful first, then waiting. Steps that open and settle nothing are left out; of several amounts or terms only the best is kept.
 */
export function openingsOf(
  products: readonly Product[],
  matches: readonly Match[],
  applicant: Applicant,
): Opening[] {
  const before = new Map(matches.map((match) => [match.productId, match]));
  const tried = suggestedSteps(matches, applicant).map((step): Opening => {
    const changed = taken(step, applicant);
    const opens = products.filter(
      (p) => before.get(p.id)?.verdict === 'fail' && changed !== null && verdictOf(p, changed) !== 'fail',
    );
    const settles = matches.filter((m) => m.verdict === 'unknown' && isSettledBy(step, m.conditions));
    return { step, opens: opens.map((p) => p.id), settles: settles.map((m) => m.productId) };
  });
  return bestOfEach(tried.filter((o) => o.opens.length + o.settles.length > 0).sort(byYield));
}

const yieldOf = ({ opens, settles }: Opening): number => opens.length + settles.length;

/** What the firm can do now before what only time does; then the most fruitful; of several days the nearest. */
function byYield(a: Opening, b: Opening): number {
  if (a.step.kind === 'wait' && b.step.kind === 'wait') return a.step.days - b.step.days;
  if (a.step.kind === 'wait' || b.step.kind === 'wait') return a.step.kind === 'wait' ? 1 : -1;
  return yieldOf(b) - yieldOf(a) || rankOf(a.step) - rankOf(b.step);
}

const rankOf = (step: Step): number =>
  ['consent', 'declare', 'amount', 'term', 'pledge', 'wait'].indexOf(step.kind);

/** Amounts and terms exclude each other, and after the nearest day the match is made anew: one of each is advice enough. */
function bestOfEach(openings: readonly Opening[]): Opening[] {
  const single = new Set(['amount', 'term', 'wait']);
  return openings.filter(
    (o, i) =>
      !single.has(o.step.kind) || openings.findIndex((first) => first.step.kind === o.step.kind) === i,
  );
}

const verdictOf = (product: Product, a: Applicant): Verdict =>
  evaluate(conditionsOfProduct(product), (atom) => judge(atom, a).verdict);

function atomsIn(explanation: Explanation): AtomExplanation[] {
  return explanation.kind === 'atom' ? [explanation] : explanation.parts.flatMap(atomsIn);
}

const settling: { readonly [K in Step['kind']]?: Missing } = { consent: 'consent', declare: 'declare' };

const isSettledBy = (step: Step, conditions: readonly Explanation[]): boolean =>
  conditions
    .filter((condition) => condition.verdict === 'unknown')
    .flatMap(atomsIn)
    .some((atom) => atom.missing !== null && atom.missing === settling[step.kind]);

/** The steps that distances and gaps name, each once. */
function suggestedSteps(matches: readonly Match[], { hasConsented, need }: Applicant): Step[] {
  const atoms = matches.flatMap((match) => match.conditions.flatMap(atomsIn));
  const steps = new Map<string, Step>();
  const add = (step: Step) => steps.set(JSON.stringify(step), step);
  if (!hasConsented || atoms.some((atom) => atom.missing === 'consent')) add({ kind: 'consent' });
  if (atoms.some((atom) => atom.missing === 'declare')) add({ kind: 'declare' });
  for (const { atom, distance } of atoms) {
    if (distance?.kind === 'wait') add({ kind: 'wait', until: distance.until, days: distance.days });
    if (distance?.kind !== 'change-need' || distance.to === null) continue;
    if (atom.kind === 'amount') add({ kind: 'amount', toFen: String(distance.to) });
    if (atom.kind === 'term') add({ kind: 'term', toMonths: distance.to });
  }
  for (const collateral of collaterals)
    if (collateral !== 'credit' && !need.collateral.includes(collateral)) add({ kind: 'pledge', collateral });
  return [...steps.values()];
}

/** The applicant after a step; null where only the answer, not the step, changes what is known. */
function taken(step: Step, a: Applicant): Applicant | null {
  switch (step.kind) {
    case 'consent':
      return { ...a, hasConsented: true };
    case 'declare':
      return null;
    case 'amount':
      return { ...a, need: { ...a.need, amountFen: fen(BigInt(step.toFen)) } };
    case 'term':
      return { ...a, need: { ...a.need, termMonths: step.toMonths } };
    case 'pledge':
      return { ...a, need: { ...a.need, collateral: [...a.need.collateral, step.collateral] } };
    case 'wait':
      return { ...a, today: step.until };
  }
}
