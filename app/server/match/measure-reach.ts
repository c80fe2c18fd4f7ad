import { dayAt } from '~/domain/kernel/day.ts';
import { buildIndex, codesOf } from '~/domain/match/bitmap-index.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { openVerdicts } from '~/domain/match/verdicts.ts';
import { clausesOf } from '~/domain/product/clauses.ts';
import type { Rule } from '~/domain/product/predicate.ts';
import type { Reach } from '~/domain/product/reach.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openWorld } from '~/server/match/open-world.ts';
import { readApplicants } from '~/server/match/read-applicants.ts';
import { openApplicants } from '~/server/match/store-province.ts';
import { productsByIds } from '~/server/product/store.ts';
import { findProductDraft, storeReach } from '~/server/product/store-drafts.ts';
import { activeEvaluations } from '~/server/score/store-province.ts';

/**
 * Counts the firms that the conditions of a draft reach, beside those of the version in force. Amount, term, purpose and
 * pledge are the firm's to choose and are not asked. A count is kept only for the draft as it was when it was ordered.
 */
export async function measureReach(actor: Actor, draftId: string, ref: string): Promise<void> {
  const rules = await withActor(actor, async (tx) => {
    const draft = await findProductDraft(tx, draftId);
    if (draft?.reachRef !== ref) return null;
    const [held] = await productsByIds(tx, [draft.productId]);
    const before = held?.state === 'published' ? held.eligibility : null;
    return { after: draft.body.eligibility, before };
  });
  if (!rules) return;
  const reach = await countFirms(rules.after, rules.before);
  await withActor(actor, (tx) => storeReach(tx, draftId, ref, reach));
}

async function countFirms(after: Rule, before: Rule | null): Promise<Reach> {
  const index = buildIndex([after, ...(before ? [before] : [])].map((rule) => clausesOf(rule) ?? []));
  const answer = openVerdicts(index);
  const verdicts = new Uint8Array(index.size);
  const sum = { firms: 0, passing: 0, open: 0, more: 0, fewer: 0 };
  const features = index.literals.flatMap(({ atom }) => (atom.kind === 'feature' ? [atom.code] : []));
  const now = clock.now();
  const today = dayAt(now);
  const world = await openWorld({ today, wish: defaultNeed, features });
  await withBatchTransaction(async (reader) => {
    const lines = await openApplicants(reader, await activeEvaluations(reader, now), today);
    for await (const block of readApplicants(lines, world))
      for (const { applicant } of block) {
        answer(
          codesOf(index, (attribute) => attribute.read(applicant)),
          verdicts,
        );
        tally(sum, verdicts[0] as number, verdicts[1]);
      }
  });
  return { ...sum, more: before ? sum.more : null, fewer: before ? sum.fewer : null };
}

type Sum = { firms: number; passing: number; open: number; more: number; fewer: number };

function tally(sum: Sum, after: number, before: number | undefined): void {
  sum.firms += 1;
  if (after === verdictCodes.pass) sum.passing += 1;
  if (after === verdictCodes.unknown) sum.open += 1;
  if (before === undefined) return;
  const [reached, wasReached] = [after !== verdictCodes.fail, before !== verdictCodes.fail];
  if (reached && !wasReached) sum.more += 1;
  if (!reached && wasReached) sum.fewer += 1;
}
