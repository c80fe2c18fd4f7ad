import { expect, test } from 'vitest';
import { houseOf } from './role.ts';
import { firstRole, institutionKinds, rolesOffered } from './role-offer.ts';

test('no organisation can give a platform role, and only firms give firm roles', () => {
  for (const kind of institutionKinds)
    for (const role of rolesOffered(kind)) expect(['operator', 'enterprise']).not.toContain(houseOf[role]);
  expect(rolesOffered('firm')).toEqual(['clerk']);
  expect(rolesOffered('platform')).toEqual([]);
});

test('the first person of an institution can invite the next where it has an administrator', () => {
  expect(firstRole('bank')).toBe('institution-admin');
  for (const kind of ['bank', 'guarantor', 'insurer', 'provider', 'regulator'] as const)
    expect(rolesOffered(kind)).toContain(firstRole(kind));
});
