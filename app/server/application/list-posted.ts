import { isPosted } from '~/domain/application/posting.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { postingReader } from '~/server/application/posting-for.ts';
import {
  type AnswerRow,
  answersOfBank,
  openPostings,
  type PostingRow,
  postingsByIds,
} from '~/server/application/store-posting.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { productsOfBank } from '~/server/product/store.ts';
import { readCodeNames } from '~/server/product/store-names.ts';

export const postedFilters = ['fitting', 'all', 'mine'] as const;
export type PostedFilter = (typeof postedFilters)[number];

const pageSize = 20;
const mostLooked = 500;

/**
 * Needs that firms put before this bank: those that its products fit, all of them, or those that it took up, closed ones
 * too. What other banks do with them is nowhere in it.
 */
export async function listPosted(actor: Actor, filter: PostedFilter, page: number) {
  const { institutionId } = asInstitution(actor);
  const { own, ids } = await withActor(actor, async (tx) => {
    const products = (await productsOfBank(tx, institutionId)).filter(({ state }) => state === 'published');
    return { own: await answersOfBank(tx, institutionId), ids: products.map(({ id }) => id as string) };
  });
  return withActor(postingReader, async (tx) => {
    const wanted = { filter, page, own, products: ids, institutionId };
    const { rows, total } = await pageOf(tx, wanted);
    const regions = rows.flatMap(({ profile }) => profile.region ?? []);
    const industries = rows.flatMap(({ profile }) => profile.industry ?? []);
    return {
      filter,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      total,
      now: clock.now().toISOString(),
      rows: rows.map((posting) => rowOf(posting, own, ids)),
      names: await readCodeNames(tx, [], { regions, industries }),
    };
  });
}

type Wanted = {
  readonly filter: PostedFilter;
  readonly page: number;
  readonly own: readonly AnswerRow[];
  readonly products: readonly string[];
  readonly institutionId: InstitutionId;
};

async function pageOf(tx: Tx, { filter, page, own, products, institutionId }: Wanted) {
  const skip = (page - 1) * pageSize;
  const standing = (slice: { skip: number; take: number }) =>
    openPostings(tx, institutionId, clock.today(), slice);
  if (filter === 'all') return standing({ skip, take: pageSize });
  const found =
    filter === 'mine'
      ? inOrder(
          await postingsByIds(
            tx,
            own.map(({ postingId }) => postingId),
          ),
          own,
        )
      : (await standing({ skip: 0, take: mostLooked })).rows.filter(
          (posting) => bestStanding(posting, products) !== null,
        );
  return { rows: found.slice(skip, skip + pageSize), total: found.length };
}

const inOrder = (postings: readonly PostingRow[], own: readonly AnswerRow[]) =>
  own.flatMap(({ postingId }) => postings.find(({ id }) => id === postingId) ?? []);

/** The best that any of the bank's products stands with the need. */
export function bestStanding(
  { standing }: PostingRow,
  products: readonly string[],
): 'pass' | 'unknown' | null {
  const held = products.map((id) => standing[id]);
  return held.includes('pass') ? 'pass' : held.includes('unknown') ? 'unknown' : null;
}

const rowOf = (posting: PostingRow, own: readonly AnswerRow[], products: readonly string[]) => {
  const answer = own.find(({ postingId }) => postingId === posting.id);
  return {
    id: posting.id,
    profile: posting.profile,
    fits: bestStanding(posting, products),
    postedAt: posting.postedAt.toISOString(),
    openUntil: posting.openUntil as string,
    isOpen: isPosted(posting, clock.today()),
    own: answer ? { state: answer.state, dueAt: answer.dueAt.toISOString() } : null,
  };
};
