import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties } from '#tests/factories/parties.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { type GrantInput, grantConsent } from '~/server/consent/grant-consent.ts';
import { recipientParties } from '~/server/consent/store-party.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { namePerson } from '~/server/privacy/name-person.ts';

freshDatabase();

test('only who can acknowledge the end of a consent is offered one: a bank, no guarantor and no insurer', async () => {
  const { owner, bankA, bankB } = await createParties();
  const others = { guarantor: randomUUID(), insurer: randomUUID() };
  for (const [kind, id] of Object.entries(others))
    await withActor(system('test'), (tx) =>
      tx.institution.create({
        data: {
          ...{ id, kind, code: `${kind}-${id}`, nameZh: kind, nameEn: kind, state: 'approved' },
          assessmentExpiresOn: new Date('2027-06-30'),
        },
      }),
    );
  const offered = await withActor(owner, (tx) => recipientParties(tx, clock.today()));
  expect(new Set(offered.map(({ id }) => id))).toEqual(new Set([bankA.id, bankB.id]));
  const terms: Omit<GrantInput, 'recipient'> = {
    purpose: 'pre-loan',
    items: ['tax.payment'],
    ...({ detail: 'detail', mode: 'view', fetchType: 'one-time' } as const),
    ...{ dataFrom: null, dataTo: null, readsPerDay: 5, returnDirection: false, retentionDays: 30 },
    validTo: startOf(addDays(clock.today(), 30)),
  };
  for (const id of Object.values(others) as InstitutionId[]) {
    const recipient = { kind: 'institution', institutionId: id, productId: null } as const;
    expect(await grantConsent(owner, { ...terms, recipient })).toMatchObject({
      refusal: { code: 'consent.recipient-not-found' },
    });
    const person = { name: '测试人', relation: 'legal-representative', sharePpm: null } as const;
    expect(await namePerson(owner, { ...person, purpose: 'pre-loan', institutionId: id })).toMatchObject({
      ok: false,
    });
  }
});
