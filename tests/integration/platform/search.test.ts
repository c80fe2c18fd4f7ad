import { describe } from 'vitest';
import { postgresSearch } from '#search/postgres.ts';
import { freshDatabase } from '#tests/database.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { searchKeepsItsPromises } from './search-contract.ts';

freshDatabase();

describe('PostgreSQL bigrams', () => {
  searchKeepsItsPromises((work) => withActor(system('test'), (tx) => work(postgresSearch(tx))));
});
