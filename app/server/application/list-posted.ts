import { isPosted } from '~/domain/application/posting.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { postingReader } from '~/server/application/posting-for.ts';
import {
  type AnswerRow,
  answersOfBank,
  firmNames,
  openPostings,
  type PostingRow,
  postingsByIds,
} from '~/server/application/store-posting.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { productsOfBank } from '~/server/product/store.ts';
import { readCodeNames } from '~/server/product/store-names.ts';

export const postedFilters = ['fitting', 'recommended', 'all', 'mine'] as const;
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
    const listed = rows.filter((posting) => posting.recommended);
    const firms = await firmNames(
      tx,
      listed.map(({ enterpriseId }) => enterpriseId),
    );
    return {
      filter,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      total,
      now: clock.now().toISOString(),
      rows: rows.map((posting) => rowOf(posting, { own, products: ids, firms })),
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
  const standing = (slice: { skip: number; take: number; recommended?: true }) =>
    openPostings(tx, institutionId, clock.today(), slice);
  if (filter === 'all') return standing({ skip, take: pageSize });
  if (filter === 'recommended') return standing({ skip, take: pageSize, recommended: true });
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

type Beside = Pick<Wanted, 'own' | 'products'> & { readonly firms: ReadonlyMap<string, string> };

const rowOf = (posting: PostingRow, { own, products, firms }: Beside) => {
  const answer = own.find(({ postingId }) => postingId === posting.id);
  return {
    id: posting.id,
    profile: posting.profile,
    fits: bestStanding(posting, products),
    postedAt: posting.postedAt.toISOString(),
    openUntil: posting.openUntil as string,
    isOpen: isPosted(posting, clock.today()),
    recommended: posting.recommended,
    firm: posting.recommended ? (firms.get(posting.enterpriseId) ?? null) : null,
    own: answer ? { state: answer.state, dueAt: answer.dueAt.toISOString() } : null,
  };
};
