import { isHidden, isPosted, mayAnswer } from '~/domain/application/posting.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { isKnown } from '~/server/application/list-posted.ts';
import { postingFor } from '~/server/application/posting-for.ts';
import { termsToJson } from '~/server/application/proposal-json.ts';
import { readPostingRules } from '~/server/application/read-posting-rules.ts';
import { answersTo, firmName, type PostingRow } from '~/server/application/store-posting.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { productsOfBank, type ShelvedProduct } from '~/server/product/store.ts';
import { readCodeNames } from '~/server/product/store-names.ts';

type NotFound = { readonly code: 'need.posting-not-found' };

/**
 * One posted need as a bank reads it. A posting that is over stays open to banks that took it up; to any other it does not
 * exist. The firm's chain keeps who read it.
 */
export async function showPosted(actor: Actor, id: string): Promise<Result<PostedView, NotFound>> {
  const posting = await postingFor(asInstitution(actor).institutionId, id);
  return withActor(actor, async (tx): Promise<Result<PostedView, NotFound>> => {
    const view = posting && (await viewOf(tx, actor, posting));
    return view ? accept(view) : refuse({ code: 'need.posting-not-found' });
  });
}

export type PostedView = NonNullable<Awaited<ReturnType<typeof viewOf>>>;

async function viewOf(tx: Tx, actor: Actor, posting: PostingRow) {
  const { institutionId } = asInstitution(actor);
  const [answer] = (await answersTo(tx, [posting.id])).filter((each) => each.institutionId === institutionId);
  const today = clock.today();
  if (isHidden(posting, answer ?? null, today)) return null;
  const products = (await productsOfBank(tx, institutionId)).filter(({ state }) => state === 'published');
  const { enterpriseId, profile } = posting;
  const isNamed = isKnown(posting, answer);
  const detail = { postingId: posting.id, named: isNamed };
  await appendAudit(tx, actor, { action: 'need.posting-read', enterpriseId, detail });
  const mayAct = reachOf(actor, 'need.answer') !== null;
  const product = products.find(({ id }) => id === answer?.productId);
  return {
    id: posting.id,
    profile,
    firm: isNamed ? await firmName(tx, enterpriseId) : null,
    postedAt: posting.postedAt.toISOString(),
    openUntil: posting.openUntil as string,
    isOpen: isPosted(posting, today),
    recommended: posting.recommended,
    rules: await readPostingRules(tx, today),
    now: clock.now().toISOString(),
    today: today as string,
    products: products.map((each) => standingOf(posting, each)),
    own: answer
      ? {
          state: answer.state,
          dueAt: answer.dueAt.toISOString(),
          mayAnswer: mayAct && mayAnswer(posting, answer, clock.now()).ok,
          terms: answer.terms && termsToJson(answer.terms),
          product: product ? { zh: product.nameZh, en: product.nameEn } : null,
        }
      : null,
    mayTake: mayAct && !answer,
    names: await readCodeNames(tx, [], {
      regions: profile.region ? [profile.region] : [],
      industries: profile.industry ? [profile.industry] : [],
    }),
  };
}

const standingOf = ({ standing }: PostingRow, { id, nameZh, nameEn }: ShelvedProduct) => ({
  id: id as string,
  zh: nameZh,
  en: nameEn,
  standing: standing[id] ?? null,
});
