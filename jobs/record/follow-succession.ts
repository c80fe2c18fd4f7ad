import type { Handler } from '#jobs/handler.ts';
import { followSuccession } from '~/server/record/follow-succession.ts';

/** Brings what became of firms into the books: liabilities, status, ended consents. Repeating it changes nothing. */
export const followSuccessions: Handler<'record.follow-succession'> = (_, run) => followSuccession(run.actor);
