import { expect, it } from 'vitest';
import { grantedScopes } from './api-scope.ts';

const own = ['records:write', 'records:read'] as const;

it.each([
  [undefined, own],
  ['', own],
  ['records:read', ['records:read']],
  ['records:read  records:write', ['records:read', 'records:write']],
  ['catalogue:read', null],
  ['records:read everything', null],
])('a client that asks for %j gets %j', (asked, granted) => {
  expect(grantedScopes(own, asked)).toEqual(granted);
});
