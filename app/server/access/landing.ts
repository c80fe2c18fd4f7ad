import { type Role, roles } from '~/domain/institution/role.ts';
import { homeOf } from '~/server/access/policy.ts';

const isWithin = (path: string, home: string) =>
  path === home || path.startsWith(`${home}/`) || path.startsWith(`${home}?`);

/** Where a person goes after signing in: the page they asked for, unless it is a room of another house. */
export function landingOf(role: Role, asked: string | undefined): string {
  const own = homeOf(role);
  if (!asked || asked === '/' || isWithin(asked, '/login') || isWithin(asked, '/logout')) return own;
  const isForeign = roles.some((other) => homeOf(other) !== own && isWithin(asked, homeOf(other)));
  return isForeign ? own : asked;
}
