import { rankingSteps } from '~/domain/match/rank.ts';
import { aprExamples, workOut } from '~/domain/product/apr-examples.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readNamedResponses } from '~/server/institution/store-response.ts';

/** The published rule of matching: its steps, loans worked out in public, and the measured answers of banks. */
export async function showRule(actor: Actor) {
  return {
    steps: rankingSteps,
    examples: aprExamples.map((loan) => {
      const { net, apr } = workOut(loan);
      const { principal, rate, termMonths, method, feePpm, guaranteeFeePpm } = loan;
      const terms = { rate, termMonths, method, feePpm, guaranteeFeePpm };
      return { ...terms, principalFen: String(principal), netFen: String(net), apr };
    }),
    responses: await withActor(actor, readNamedResponses),
  };
}

export type RuleView = Awaited<ReturnType<typeof showRule>>;
