import type { Handler } from '#jobs/handler.ts';
import { spreadPosting as spread } from '~/server/application/spread-posting.ts';

/** Tells the systems of banks that may know of a posted need what became of it, once. */
export const spreadPosting: Handler<'application.spread-posting'> = async (what, { actor, once }) => {
  await once((tx) => spread(tx, actor, what));
};
