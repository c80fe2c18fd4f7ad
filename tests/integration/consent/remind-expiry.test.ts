import { expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { remindDays, remindExpiry } from '~/server/consent/remind-expiry.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase();

/** A consent whose last day is so many days ahead: it ends at the midnight after it. */
const grant = async (
  { owner, bankA }: Parties,
  lastDayIn: number,
  purpose: 'pre-loan' | 'renewal' | 'in-loan',
) =>
  insist(
    await grantConsent(owner, {
      recipient: { kind: 'institution', institutionId: bankA.id, productId: null },
      purpose,
      items: ['tax.payment'],
      detail: 'score',
      mode: 'view',
      fetchType: 'one-time',
      dataFrom: null,
      dataTo: null,
      validTo: startOf(addDays(clock.today(), lastDayIn + 1)),
      readsPerDay: 1,
      retentionDays: 30,
      returnDirection: false,
    }),
  );

it('tells a firm once of a consent that ends within two weeks, also after days that were missed, and of no other', async () => {
  const parties = await createParties();
  const ending = await grant(parties, remindDays, 'pre-loan');
  const later = await grant(parties, remindDays + 1, 'renewal');
  insist(await withdrawConsent(parties.owner, await grant(parties, remindDays, 'in-loan')));
  await grant(parties, 5, 'in-loan'); // too short to be reminded of
  const remind = (ahead: number) =>
    withActor(system('test'), (tx) => remindExpiry(tx, addDays(clock.today(), ahead)));
  expect([await remind(-1), await remind(0), await remind(0), await remind(3)]).toEqual([0, 1, 0, 1]);
  const told = await withActor(parties.owner, (tx) =>
    tx.notification.findMany({ where: { kind: 'consent.expiring' }, orderBy: { createdAt: 'asc' } }),
  );
  const lastDay = (days: number) => addDays(clock.today(), days);
  expect(told.map(({ href, params }) => [href, (params as { on: string }).on])).toEqual([
    [`/my/consents/${ending}`, lastDay(remindDays)],
    [`/my/consents/${later}`, lastDay(remindDays + 1)],
  ]);
});
