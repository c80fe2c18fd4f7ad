import type { Handler } from '#jobs/handler.ts';
import { mapRelations } from '~/server/feature/relations/map-relations.ts';

/** The relation graph after a batch. Its own transaction; done twice, the second finds nothing new. */
export const mapBatch: Handler<'feature.map-relations'> = async ({ batchId }) => {
  await mapRelations({ batchId });
};
