import { isHidden, mayAnswer, type PostingRefusal } from '~/domain/application/posting.ts';
import { checkProposal, type OfferTerms, type ProposalRefusal } from '~/domain/application/proposal.ts';
import { fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { rateRange } from '~/domain/product/rate-rule.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import { postingFor } from '~/server/application/posting-for.ts';
import { lockOwnAnswer, storeAnswer } from '~/server/application/store-posting.ts';
import { tellAnswer } from '~/server/application/tell-answer.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { productsOfBank } from '~/server/product/store.ts';
import { readLpr } from '~/server/product/store-lpr.ts';

/** Terms for one of the bank's own products, or null: the bank has nothing for this need. */
export type NeedReply = { readonly productId: string; readonly terms: OfferTerms } | null;

export type AnswerRefusal =
  | PostingRefusal
  | ProposalRefusal
  | { readonly code: 'need.posting-not-found' }
  | { readonly code: 'product.not-found' };

/**
 * The bank answers a need that it took up. Terms are an intention, held against what the product publishes, so that the
 * firm is offered at least what it was shown; the decision comes with an application (domain.md rows E4, F1).
 */
export async function answerNeed(
  actor: InstitutionPerson,
  postingId: string,
  reply: NeedReply,
  also?: Also<string>,
): Promise<Result<string, AnswerRefusal>> {
  const { institutionId } = actor;
  const posting = await postingFor(institutionId, postingId);
  return withActor(actor, async (tx): Promise<Result<string, AnswerRefusal>> => {
    const own = posting && (await lockOwnAnswer(tx, postingId, institutionId));
    if (!posting || isHidden(posting, own, clock.today())) return refuse({ code: 'need.posting-not-found' });
    const at = clock.now();
    const may = mayAnswer(posting, own, at);
    if (!may.ok) return may;
    if (!own) return refuse({ code: 'need.not-taken' });
    let told: Parameters<typeof storeAnswer>[2] = null;
    if (reply) {
      const product = (await productsOfBank(tx, institutionId)).find(({ id }) => id === reply.productId);
      if (product?.state !== 'published') return refuse({ code: 'product.not-found' });
      const { highest } = rateRange(product.rateRule, await readLpr(tx, clock.today()));
      const checked = checkProposal({ outcome: 'approve', terms: reply.terms }, clock.today(), {
        amount: fen(BigInt(posting.profile.amountFen)),
        termMonths: product.maxTermMonths,
        rate: highest === null ? null : ppm(highest),
      });
      if (!checked.ok) return checked;
      told = { productId: product.id, terms: reply.terms };
    }
    await storeAnswer(tx, own, told, at);
    await tellAnswer(tx, actor, { ...own, needId: posting.needId }, told ? 'offered' : 'passed');
    return alongside(tx, accept(own.id), also);
  });
}
