import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submitOne } from '#tests/factories/applying.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { showFile } from '~/server/application/show-file.ts';
import { wishHumanReview } from '~/server/consent/wish-human-review.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showDataRights } from '~/server/overview/show-data-rights.ts';

freshDatabase();
let parties: Awaited<ReturnType<typeof createApplicants>>;
const asKind = (kind: string) =>
  withActor(system('test'), (tx) =>
    tx.enterprise.update({ where: { id: parties.enterpriseId }, data: { kind } }),
  );

beforeAll(async () => {
  parties = await createApplicants();
});

test('a sole trader asks for people, every bank sees it on the file, and takes it back; a company cannot ask', async () => {
  const id = await submitOne(parties);
  expect(await wishHumanReview(parties.owner, 'people')).toMatchObject({
    refusal: { code: 'consent.not-a-person' },
  });
  await asKind('sole-trader');
  expect(await wishHumanReview(parties.owner, 'automation')).toMatchObject({
    refusal: { code: 'consent.people-not-asked' },
  });
  insist(await wishHumanReview(parties.owner, 'people'));
  expect(await wishHumanReview(parties.owner, 'people')).toMatchObject({
    refusal: { code: 'consent.people-already' },
  });
  expect(await showDataRights(parties.owner)).toMatchObject({
    isPerson: true,
    peopleSince: expect.any(String),
  });
  const file = async () => insist(await showFile(parties.bankA.officer, id, 'overview'));
  expect((await file()).peopleSince).toEqual(expect.any(String));
  insist(await wishHumanReview(parties.owner, 'automation'));
  expect((await file()).peopleSince).toBeNull();
  await asKind('company');
});
