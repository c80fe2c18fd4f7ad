import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkout } from '~/cli/boot/home.ts';

type Loaded = { readonly module: string; readonly imports: readonly string[] };
type Manifest = {
  readonly entry: Loaded;
  readonly routes: { readonly [id: string]: Loaded & { readonly parentId?: string } };
};

const assets = path.join(checkout, 'app/build/client/assets');
const compressed = (name: string) => gzipSync(readFileSync(path.join(assets, name))).byteLength;

/**
 * Bytes, compressed, of the scripts that a browser loads for a page that comes alive, in the last build: the entry, and
 * what the route and those around it are made of. The list of all pages comes once beside them (`manifestBytes`).
 */
export function scriptBytes(route: string): number {
  const { entry, routes } = manifestIn(readFileSync(path.join(assets, listed()), 'utf8'));
  const parts: Loaded[] = [entry];
  for (let id: string | undefined = route; id !== undefined; id = routes[id]?.parentId) {
    const part = routes[id];
    if (!part) throw new Error(`no route ${id} in the build`);
    parts.push(part);
  }
  const names = new Set(parts.flatMap((part) => [part.module, ...part.imports]));
  return [...names].reduce((sum, name) => sum + compressed(path.basename(name)), 0);
}

/** Bytes, compressed, of the list of all pages and their scripts, which every page that comes alive loads once. */
export const manifestBytes = (): number => compressed(listed());

function listed(): string {
  const name = readdirSync(assets).find((each) => /^manifest-\w+\.js$/.test(each));
  if (!name) throw new Error('no build to measure');
  return name;
}

/** The manifest is a script that sets one property of the window. */
function manifestIn(script: string): Manifest {
  const window: { __remixManifest?: Manifest } = {};
  new Function('window', script)(window);
  if (!window.__remixManifest) throw new Error('the manifest of the build says nothing');
  return window.__remixManifest;
}
