import type { Day } from '~/domain/kernel/day.ts';
import type { ProductId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import { reasonsFor, type Shelf } from '~/domain/match/match.ts';
import { verdictIn } from '~/domain/match/standings.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { type AtomExplanation, type Explanation, explain } from '~/domain/product/explain.ts';
import type { Missing } from '~/domain/product/judge.ts';
import type { Product } from '~/domain/product/product.ts';
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
 * What would open more products: every single step that the answers suggest, tried on the real rules; first what
 * the firm can do now, the most fruitful first, then waiting. Steps that open and settle nothing are left out; of several amounts or terms only the best is kept.
 */
export function openingsOf({ products, conditions }: Shelf, applicant: Applicant): Opening[] {
  const now = conditions.stand(applicant);
  const answers = conditions.questions.map(({ atom, negated }) => explain(atom, applicant, negated));
  const gaps = gapsOf(
    products.filter((_, place) => verdictIn(now, place) === 'unknown'),
    applicant,
  );
  const tried = suggestedSteps(answers.flatMap(atomsIn), applicant).map((step): Opening => {
    const changed = taken(step, applicant);
    const then = changed && conditions.stand(changed);
    const opens = products.filter(
      (_, place) => verdictIn(now, place) === 'fail' && then !== null && verdictIn(then, place) !== 'fail',
    );
    const settles = gaps.filter(({ missing }) => missing.has(settling[step.kind]));
    return { step, opens: opens.map(({ id }) => id), settles: settles.map(({ id }) => id) };
  });
  const fruitful = tried.filter((o) => yieldOf(o) > 0);
  return bestOfEach(
    fruitful.sort((a, b) => byYield(a, b) || changeOf(a.step, applicant) - changeOf(b.step, applicant)),
  );
}

/** What each open product's open conditions lack. */
const gapsOf = (products: readonly Product[], applicant: Applicant) =>
  products.map((product) => {
    const open = reasonsFor(product, applicant).filter(({ verdict }) => verdict === 'unknown');
    return {
      id: product.id,
      missing: new Set<Missing | null | undefined>(
        open.flatMap(atomsIn).flatMap(({ missing }) => missing ?? []),
      ),
    };
  });

/** How far a step changes the need, so that of equally fruitful amounts or terms the nearest is kept. */
function changeOf(step: Step, { need }: Applicant): number {
  if (step.kind === 'amount') return Math.abs(Number(step.toFen) - Number(need.amountFen));
  return step.kind === 'term' ? Math.abs(step.toMonths - need.termMonths) : 0;
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

function atomsIn(explanation: Explanation): AtomExplanation[] {
  return explanation.kind === 'atom' ? [explanation] : explanation.parts.flatMap(atomsIn);
}

const settling: { readonly [K in Step['kind']]?: Missing } = { consent: 'consent', declare: 'declare' };

/** The steps that distances and gaps name, each once. */
function suggestedSteps(atoms: readonly AtomExplanation[], { hasConsented, need }: Applicant): Step[] {
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
