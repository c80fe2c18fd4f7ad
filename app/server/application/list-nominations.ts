import { type RecommendationState, recommendationStates } from '~/domain/application/recommendation.ts';
import type { Standard } from '~/domain/application/standards.ts';
import { type Actor, houseOf } from '~/server/access/actor.ts';
import {
  type ListedLine,
  nominationLines,
  recommendedFigures,
} from '~/server/application/store-recommended.ts';
import { withActor } from '~/server/db/with-actor.ts';

export const nominationFilters = ['waiting', 'review', 'listed', 'ended', 'all'] as const;
export type NominationFilter = (typeof nominationFilters)[number];

const statesOf: { readonly [F in NominationFilter]: readonly RecommendationState[] } = {
  waiting: ['nominated'],
  review: ['agreed'],
  listed: ['listed'],
  ended: ['refused', 'declined'],
  all: recommendationStates,
};

const pageSize = 20;

/**
 * The recommended list as a desk reads it: all of it with its results for the platform, its own nominations for a
 * department, which learns where they stand and nothing that the firm opened with its agreement.
 */
export function listNominations(actor: Actor, filter: NominationFilter, page: number, size = pageSize) {
  const isOffice = actor.kind === 'person' && houseOf[actor.role] === 'provider';
  const userId = actor.kind === 'person' ? actor.userId : null;
  return withActor(actor, async (tx) => {
    const wanted = { states: statesOf[filter], limit: size + 1, offset: (page - 1) * size };
    const rows = await nominationLines(tx, wanted);
    return {
      filter,
      page,
      more: rows.length > size,
      mayReview: !isOffice && userId !== null,
      figures: isOffice ? null : await recommendedFigures(tx),
      rows: rows.slice(0, size).map((row) => rowView(row, { isOffice, userId })),
    };
  });
}

type Reader = { readonly isOffice: boolean; readonly userId: string | null };

const rowView = (row: ListedLine, { isOffice, userId }: Reader) => ({
  id: row.id,
  firm: row.firm,
  uscc: row.uscc,
  state: row.state,
  nominator: row.nominator,
  reason: row.reason,
  isOwn: row.nominatedBy === userId,
  nominatedAt: row.nominatedAt.toISOString(),
  reviewedAt: row.reviewedAt?.toISOString() ?? null,
  reviewNote: row.reviewNote,
  vouched: row.vouched,
  standards: isOffice && row.state !== 'nominated' ? [] : (row.standards as Standard[]),
  openUntil: row.openUntil,
  isPosted: row.isPosted,
  taken: isOffice ? null : row.taken,
  offered: isOffice ? null : row.offered,
  lentFen: isOffice ? null : row.lentFen,
});
