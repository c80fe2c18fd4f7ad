import type { Search, SqlRunner } from '#search/port.ts';
import { postgresDriver, postgresSearch } from '#search/postgres.ts';

/** The one place where the driver is chosen: bigrams in PostgreSQL, in the caller's own transaction. */
export const openSearch = (sql: SqlRunner): Search => postgresSearch(sql);
export const searchDriver = postgresDriver;
