import { type MeiliClient, openMeili } from '#search/meili-client.ts';
import { meiliDriver } from '#search/meilisearch.ts';
import { mirroredSearch } from '#search/mirrored.ts';
import type { Search, SqlRunner } from '#search/port.ts';
import { postgresDriver, postgresSearch } from '#search/postgres.ts';

/** Meilisearch where `MEILI_URL` names one (with `MEILI_KEY`, and `MEILI_INDEX` where several installations share it). */
export function configuredMeili(): MeiliClient | undefined {
  const { MEILI_URL: url, MEILI_KEY: key, MEILI_INDEX: index } = process.env;
  return url ? openMeili(url, key, index || undefined) : undefined;
}

/** The one place where the driver is chosen: Meilisearch over what PostgreSQL holds, or PostgreSQL's bigrams alone. */
export function openSearch(sql: SqlRunner): Search {
  const meili = configuredMeili();
  return meili ? mirroredSearch(sql, meili) : postgresSearch(sql);
}

/** Driver and place of the search; the place is empty when that is the platform's own database. */
export function searchPlace(): { readonly driver: string; readonly where: string } {
  const meili = configuredMeili();
  return meili ? { driver: meiliDriver, where: meili.address } : { driver: postgresDriver, where: '' };
}
