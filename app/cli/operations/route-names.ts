/** As much of a built route as its name needs. */
export type NamedRoute = { readonly path?: string | undefined; readonly parentId?: string | undefined };

/** The name of a request's route: its pattern, `unmatched`, or `static` for files. */
export type NameRoute = (path: string) => string;

/**
 * Names requests by the pattern of their route, so that no id, token or search text reaches a log or a metric, and the
 * number of names stays that of the URL table.
 */
export function routeNames(routes: { readonly [id: string]: NamedRoute | undefined }): NameRoute {
  const patterns = Object.keys(routes)
    .map((id) => segmentsOf(patternOf(routes, id)))
    .filter((pattern) => pattern[0] !== '*')
    .sort((a, b) => dynamic(a) - dynamic(b));
  return (path) => {
    const asked = segmentsOf(path);
    const found = patterns.find((pattern) => fits(pattern, asked));
    return found ? `/${found.join('/')}` : 'unmatched';
  };
}

function patternOf(routes: { readonly [id: string]: NamedRoute | undefined }, id: string): string {
  const route = routes[id];
  const above = route?.parentId ? patternOf(routes, route.parentId) : '';
  return `${above}/${route?.path ?? ''}`;
}

const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean);
const dynamic = (pattern: string[]): number => pattern.filter((segment) => segment.startsWith(':')).length;
const fits = (pattern: string[], asked: string[]): boolean =>
  pattern.length === asked.length &&
  pattern.every((segment, i) => segment.startsWith(':') || segment === asked[i]);
