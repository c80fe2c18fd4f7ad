import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm, makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';
import { asFirm, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { profileForm } from '~/server/enterprise/forms.ts';
import { showProfile } from '~/server/enterprise/show-profile.ts';
import { updateProfile } from '~/server/enterprise/update-profile.ts';

freshDatabase({ template: referenceTemplate });

async function owner(given: Parameters<typeof makeFirm>[0] = {}) {
  const enterpriseId = await makeFirm(given);
  await withActor(system('test'), (tx) =>
    tx.enterprise.update({
      where: { id: enterpriseId },
      data: { regionCode: '640104', industryCode: '1411', industryVersion: 'GB/T 4754-2017' },
    }),
  );
  return asFirm(await makePerson('owner', { enterpriseId }));
}

test('declared figures set the class anew, and the page says by which figure', async () => {
  const actor = await owner();
  expect((await showProfile(actor)).size).toEqual({
    class: 'undetermined',
    because: 'figures-missing',
    missing: ['employees', 'revenueWan'],
  });
  const first = insist(
    await updateProfile(actor, profileForm.parse({ employees: '20', revenue: '50000', figuresYear: '2025' })),
  );
  expect(first).toEqual({ before: 'undetermined', after: 'small' });
  const second = insist(
    await updateProfile(actor, profileForm.parse({ employees: '19', revenue: '50000', figuresYear: '2025' })),
  );
  expect(second).toEqual({ before: 'small', after: 'micro' });
  const page = await showProfile(actor);
  expect(page.size).toEqual({
    class: 'micro',
    industry: 'industry',
    by: [
      { indicator: 'employees', class: 'micro' },
      { indicator: 'revenueWan', class: 'large' },
    ],
  });
  expect(page.declared).toMatchObject({ employees: 19, revenueFen: '50000000000', figuresYear: 2025 });
  const events = await withActor(actor, (tx) =>
    tx.eventLog.findMany({ where: { enterpriseId: actor.enterpriseId }, orderBy: { id: 'asc' } }),
  );
  expect(events.map((e) => [e.kind, e.payload])).toMatchObject([
    ['enterprise.profile-updated', { before: 'undetermined', after: 'small' }],
    ['enterprise.profile-updated', { before: 'small', after: 'micro' }],
  ]);
});

test('a firm that registered itself may move; one from a register keeps what the register says', async () => {
  const own = await owner({ source: 'registered' });
  insist(
    await updateProfile(
      own,
      profileForm.parse({ region: '640105 西夏区', industry: '5121 米、面制品及食用油批发' }),
    ),
  );
  expect(await showProfile(own)).toMatchObject({
    regionCode: '640105',
    industryCode: '5121',
    isPlaceOwn: true,
  });
  expect(await updateProfile(own, profileForm.parse({ region: 'nowhere' }))).toEqual({
    ok: false,
    refusal: { code: 'enterprise.region-unknown', field: 'region' },
  });
  const listed = await owner({ source: 'demo' });
  insist(await updateProfile(listed, profileForm.parse({ region: '640105', industry: '5121' })));
  expect(await showProfile(listed)).toMatchObject({
    regionCode: '640104',
    industryCode: '1411',
    isPlaceOwn: false,
  });
});

test('a sole trader declares figures and stays without a class', async () => {
  const actor = await owner({ kind: 'sole-trader' });
  expect(insist(await updateProfile(actor, profileForm.parse({ employees: '2', revenue: '30' }))).after).toBe(
    'undetermined',
  );
  expect((await showProfile(actor)).size).toBeNull();
});

test('one firm reads and changes its own profile only', async () => {
  const [actor, other] = [await owner(), await owner()];
  insist(await updateProfile(actor, profileForm.parse({ employees: '20', revenue: '400' })));
  const seen = await withActor(other, (tx) => tx.enterpriseProfile.findMany());
  expect(seen).toEqual([]);
});
