import type { Plugin, Rollup } from 'vite';

const framework =
  /^\0commonjsHelpers|node_modules\/(react|react-dom|scheduler|@remix-run\/\w+|react-router|react-router-dom)\//;
const page = '?__remix-build-client-route';

/** A module that so many of the pages use is sent once with the others of its kind. */
const sharedBy = 0.3;

const sharesOf = new WeakMap<Rollup.GetModuleInfo, ReadonlyMap<string, number>>();

/**
 * What most pages use comes in two files, the libraries and our own parts: a page then names a few scripts in place of a
 * hundred, which weigh more in every page and in the list of all pages than they spare.
 */
export function sharedChunk(id: string, { getModuleInfo, getModuleIds }: Rollup.ManualChunkMeta) {
  if (framework.test(id)) return 'framework';
  const shares = sharesOf.get(getModuleInfo) ?? countPages([...getModuleIds()], getModuleInfo);
  sharesOf.set(getModuleInfo, shares);
  return (shares.get(id) ?? 0) >= sharedBy ? 'common' : undefined;
}

/** For each module, the part of all pages with scripts that load it. */
function countPages(ids: readonly string[], infoOf: Rollup.GetModuleInfo): ReadonlyMap<string, number> {
  const pages = ids.filter((id) => id.endsWith(page)).map((id) => reachedFrom(id, infoOf));
  const live = pages.filter((reached) => reached.size > 2);
  const counts = new Map<string, number>();
  for (const reached of live)
    for (const id of reached) counts.set(id, (counts.get(id) ?? 0) + 1 / live.length);
  return counts;
}

function reachedFrom(id: string, infoOf: Rollup.GetModuleInfo): ReadonlySet<string> {
  const reached = new Set([id]);
  for (const each of reached)
    for (const next of infoOf(each)?.importedIds ?? []) if (infoOf(next)?.isIncluded) reached.add(next);
  return reached;
}

/** Single fetch stays off (app/decisions), so what reads its answers need not be sent to browsers. */
export function singleFetchOut(): Plugin {
  const none = '\0no-turbo-stream';
  return {
    name: 'single-fetch-out',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id, importer) =>
      id === 'turbo-stream' && importer?.includes('/@remix-run/react/') ? none : undefined,
    load: (id) =>
      id === none ? `export const decode = () => { throw new Error('single fetch is off'); };` : undefined,
  };
}

/** Browsers let React draw all there is: what writes markup on the server is not sent to them. */
export const markupOut = (): Plugin => ({
  name: 'markup-out',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  load: (id) => (id.endsWith('/app/ui/parts/markup.ts') ? 'export const markupOf = () => null;' : undefined),
});
