import { expect, test } from 'vitest';
import { routeNames } from './route-names.ts';

const nameOf = routeNames({
  root: { path: '' },
  home: { path: undefined, parentId: 'root' },
  invite: { path: 'invite/:token', parentId: 'root' },
  needs: { path: 'my/needs/:id', parentId: 'root' },
  newNeed: { path: 'my/needs/new', parentId: 'root' },
  missing: { path: '*', parentId: 'root' },
});

test.each([
  ['/', '/'],
  ['/invite/a-secret-token', '/invite/:token'],
  ['/my/needs/new', '/my/needs/new'],
  ['/my/needs/0b7e', '/my/needs/:id'],
  ['/my/needs/0b7e/', '/my/needs/:id'],
  ['/91640100MAXX00015K', 'unmatched'],
  ['/my/needs/a/b', 'unmatched'],
])('%s is %s', (path, name) => {
  expect(nameOf(path)).toBe(name);
});
