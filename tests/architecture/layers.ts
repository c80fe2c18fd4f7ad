import { flow } from '~/domain/flow.ts';

/** The rooms of the house. What a room may import is written once, here. */
export type Layer =
  | 'domain'
  | 'text'
  | 'ui'
  | 'search'
  | 'queue'
  | 'server'
  | 'handlers'
  | 'routes'
  | 'seed'
  | 'cli'
  | 'tests'
  | 'config';

/** domain → {search, queue} → server → {routes, handlers}; domain → text → ui → routes. A layer imports itself, too. */
export const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  domain: [],
  text: ['domain'],
  ui: ['domain', 'text'],
  search: ['domain'],
  queue: ['domain'],
  server: ['domain', 'search', 'queue', 'text'],
  handlers: ['domain', 'search', 'queue', 'server', 'text'],
  routes: ['domain', 'search', 'queue', 'server', 'text', 'ui'],
  seed: ['domain', 'search', 'queue', 'server', 'text', 'handlers'],
  cli: ['domain', 'search', 'queue', 'server', 'text', 'handlers', 'seed'],
  tests: ['domain', 'search', 'queue', 'server', 'text', 'ui', 'handlers', 'routes', 'seed', 'cli', 'config'],
  config: ['cli', 'tests'],
};

const queueFiles = /^jobs\/(contract|queue)[a-z-]*\.ts$/;
const prefixes: readonly [RegExp, Layer][] = [
  [/\.config\.ts$|^app\/vite-/, 'config'],
  [/^tests\//, 'tests'],
  [/^app\/domain\//, 'domain'],
  [/^app\/text\//, 'text'],
  [/^app\/ui\//, 'ui'],
  [/^app\/server\//, 'server'],
  [/^app\/cli\//, 'cli'],
  [/^app\/(routes\/|routes\.ts|root\.tsx|entry\.)/, 'routes'],
  [/^search\//, 'search'],
  [queueFiles, 'queue'],
  [/^jobs\//, 'handlers'],
  [/^prisma\/seed\//, 'seed'],
];

/** The layer of one of our files; undefined for a package. */
export function layerOf(file: string): Layer | undefined {
  if (/\.test\.tsx?$/.test(file)) return 'tests';
  return prefixes.find(([pattern]) => pattern.test(file))?.[1];
}

/** The place of a file's stage in the flow; undefined where a file belongs to no stage. */
export function stageOf(file: string): number | undefined {
  const name = /^(?:app\/(?:domain|server|ui)|jobs)\/([a-z]+)\//.exec(file)?.[1];
  const index = (flow as readonly (string | undefined)[]).indexOf(name);
  return index < 0 ? undefined : index;
}
