import { expect, test } from 'vitest';
import { type House, houseOf } from './role.ts';
import { firstRole, rolesOffered } from './role-offer.ts';

test('every organisation gives roles of its own house only', () => {
  const houses = {
    bank: 'institution',
    guarantor: 'guarantor',
    insurer: 'guarantor',
    provider: 'provider',
  } as const;
  const all = { ...houses, regulator: 'regulator', platform: 'operator', firm: 'enterprise' } as const;
  for (const [organisation, house] of Object.entries(all) as [keyof typeof all, House][]) {
    const offered = rolesOffered(organisation);
    expect(offered.length).toBeGreaterThan(0);
    for (const role of offered) expect(houseOf[role]).toBe(house);
  }
  expect(rolesOffered('firm')).toEqual(['clerk']);
});

test('the first person of an institution can invite the next where it has an administrator', () => {
  expect(firstRole('bank')).toBe('institution-admin');
  expect(firstRole('insurer')).toBe('guarantee-admin');
  for (const kind of ['bank', 'guarantor', 'insurer', 'provider', 'regulator'] as const)
    expect(rolesOffered(kind)).toContain(firstRole(kind));
});
