import { isPosted } from '~/domain/application/posting.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { postingReader } from '~/server/application/posting-for.ts';
import { openPostings, ownAnswers, takenPostings } from '~/server/application/store-posted.ts';
import { type AnswerRow, firmNames, type PostingRow } from '~/server/application/store-posting.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { productsOfBank } from '~/server/product/store.ts';
import { readCodeNames } from '~/server/product/store-names.ts';

export const postedFilters = ['fitting', 'recommended', 'all', 'mine'] as const;
export type PostedFilter = (typeof postedFilters)[number];

const pageSize = 20;

/**
 * Needs that firms put before this bank: those that its products fit, all of them, or those that it took up, closed ones
 * too. What other banks do with them is nowhere in it.
 */
export async function listPosted(actor: Actor, filter: PostedFilter, page: number) {
  const { institutionId } = asInstitution(actor);
  const products = await withActor(actor, async (tx) =>
    (await productsOfBank(tx, institutionId)).flatMap(({ state, id }) =>
      state === 'published' ? [id as string] : [],
    ),
  );
  return withActor(postingReader, async (tx) => {
    const { rows, total } = await pageOf(tx, { filter, page, products, institutionId });
    const regions = rows.flatMap(({ profile }) => profile.region ?? []);
    const industries = rows.flatMap(({ profile }) => profile.industry ?? []);
    const own = await ownAnswers(tx, institutionId, rows);
    const known = rows.filter((posting) => isKnown(posting, answerTo(posting, own)));
    const firms = await firmNames(
      tx,
      known.map(({ enterpriseId }) => enterpriseId),
    );
    return {
      filter,
      page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      total,
      now: clock.now().toISOString(),
      rows: rows.map((posting) => rowOf(posting, { own, products, firms })),
      names: await readCodeNames(tx, [], { regions, industries }),
    };
  });
}

type Wanted = {
  readonly filter: PostedFilter;
  readonly page: number;
  readonly products: readonly string[];
  readonly institutionId: InstitutionId;
};

function pageOf(tx: Tx, { filter, page, products, institutionId }: Wanted) {
  const slice = { skip: (page - 1) * pageSize, take: pageSize };
  if (filter === 'mine') return takenPostings(tx, institutionId, slice);
  const which = filter === 'fitting' ? { products } : filter;
  return openPostings(tx, institutionId, clock.today(), { ...slice, which });
}

const answerTo = ({ id }: PostingRow, own: readonly AnswerRow[]) =>
  own.find(({ postingId }) => postingId === id);

/** Whether the bank knows whose need it is: the firm named itself, or chose this bank's terms. */
export const isKnown = ({ named }: PostingRow, own: AnswerRow | undefined): boolean =>
  named || own?.state === 'chosen';

/** The best that any of the bank's products stands with the need. */
export function bestStanding(
  { standing }: PostingRow,
  products: readonly string[],
): 'pass' | 'unknown' | null {
  const held = products.map((id) => standing[id]);
  return held.includes('pass') ? 'pass' : held.includes('unknown') ? 'unknown' : null;
}

type Beside = {
  readonly own: readonly AnswerRow[];
  readonly products: readonly string[];
  readonly firms: ReadonlyMap<string, string>;
};

const rowOf = (posting: PostingRow, { own, products, firms }: Beside) => {
  const answer = answerTo(posting, own);
  return {
    id: posting.id,
    profile: posting.profile,
    fits: bestStanding(posting, products),
    postedAt: posting.postedAt.toISOString(),
    openUntil: posting.openUntil as string,
    isOpen: isPosted(posting, clock.today()),
    recommended: posting.recommended,
    firm: isKnown(posting, answer) ? (firms.get(posting.enterpriseId) ?? null) : null,
    own: answer ? { state: answer.state, dueAt: answer.dueAt.toISOString() } : null,
  };
};
