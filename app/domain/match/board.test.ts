import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryApplicant, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import { type Attributes, buildIndex } from '~/domain/match/bitmap-index.ts';
import { type Board, openBoard } from '~/domain/match/board.ts';
import { readColumns } from '~/domain/match/firm-columns.ts';
import { noPlace } from '~/domain/match/top-lists.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { clausesOf } from '~/domain/product/clauses.ts';
import { explain } from '~/domain/product/explain.ts';
import type { Rule } from '~/domain/product/predicate.ts';

type Step =
  | { readonly kind: 'edit'; readonly nth: number; readonly rule: Rule; readonly position: number }
  | { readonly kind: 'take-off'; readonly nth: number }
  | { readonly kind: 'firm'; readonly nth: number; readonly applicant: Applicant };

const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    nth: fc.nat(),
    rule: arbitraryRule,
    position: fc.integer({ min: -1, max: 30 }),
  }),
  fc.record({ kind: fc.constant('take-off' as const), nth: fc.nat() }),
  fc.record({ kind: fc.constant('firm' as const), nth: fc.nat(), applicant: arbitraryApplicant }),
);

/** The published order is total: no two products share a position. */
const arbitrarySteps = fc
  .array(arbitraryStep, { maxLength: 8 })
  .map((steps) =>
    steps.map((step, i) =>
      step.kind === 'edit' ? { ...step, position: step.position + (i + 1) / 100 } : step,
    ),
  );

const length = 4;
const clauses = (rule: Rule) => clausesOf(rule) ?? [];

/** What the board should show, worked out from the explainer after every step. */
type Model = { rules: Map<number, { rule: Rule; position: number }>; firms: Applicant[] };

function expected({ rules }: Model, firm: Applicant): number[] {
  const sorted = [...rules].sort((a, b) => a[1].position - b[1].position);
  const of = (verdict: string) =>
    sorted.flatMap(([product, { rule }]) => (explain(rule, firm).verdict === verdict ? [product] : []));
  const list = [...of('pass'), ...of('unknown')].slice(0, length);
  return [...list, ...Array<number>(length - list.length).fill(noPlace)];
}

function take(step: Step, board: Board, model: Model): void {
  if (step.kind === 'firm') {
    const at = step.nth % model.firms.length;
    model.firms[at] = step.applicant;
    board.reread(at, step.applicant);
    return;
  }
  const product = [...model.rules.keys()][step.nth % model.rules.size];
  if (product === undefined) return;
  model.rules.delete(product);
  if (step.kind === 'take-off') board.replace(product, null);
  else {
    const made = board.replace(product, { clauses: clauses(step.rule), position: step.position });
    model.rules.set(made.product, { rule: step.rule, position: step.position });
  }
}

it('keeps every list right while products are edited or taken off and firms change', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryRule, { minLength: 1, maxLength: 30 }),
      fc.array(arbitraryApplicant, { minLength: 1, maxLength: 6 }),
      arbitrarySteps,
      (rules, firms, steps) => {
        const edits = steps.flatMap((step) => (step.kind === 'edit' ? [step.rule] : []));
        const attributes: Attributes = new Map();
        buildIndex([...rules, ...edits].map(clauses), attributes);
        const entries = rules.map((rule, position) => ({ clauses: clauses(rule), position }));
        const board = openBoard(entries, attributes, readColumns(attributes, firms, firms.length), length);
        const model: Model = {
          rules: new Map(rules.map((rule, at) => [at, { rule, position: at }])),
          firms: [...firms],
        };
        for (const step of steps) {
          take(step, board, model);
          model.firms.forEach((firm, i) => {
            expect([...board.lists.places.subarray(i * length, (i + 1) * length)]).toEqual(
              expected(model, firm),
            );
          });
        }
      },
    ),
  );
});
