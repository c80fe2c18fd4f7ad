import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeInstitution, makePerson } from '#tests/factories/people.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listNotifications } from '~/server/overview/list-notifications.ts';
import { openNotification } from '~/server/overview/open-notification.ts';
import { notify } from '~/server/platform/notify.ts';

freshDatabase();

test('the unread are listed page by page, none skipped when the last of a page is read meanwhile', async () => {
  const bank = await makeInstitution();
  const officer = await makePerson('officer', { institutionId: bank });
  const stranger = await makePerson('officer', { institutionId: await makeInstitution() });
  const notice = { to: { institutionId: bank }, kind: 'monitoring.raised', params: {}, href: '/bank/alerts' };
  for (let n = 0; n < 65; n += 1)
    await withActor(system('test'), (tx) => notify(tx, { ...notice, urgent: n === 64 }));
  const all = [];
  for (let before: string | undefined, more = true; more; ) {
    const page = await listNotifications(officer, { before });
    all.push(...page.messages);
    before = page.next ?? undefined;
    more = page.next !== null;
  }
  expect([new Set(all.map(({ id }) => id)).size, all.filter(({ urgent }) => urgent).length]).toEqual([65, 1]);

  const first = await listNotifications(officer, { unread: true });
  expect([first.messages.length, first.waiting]).toEqual([30, 65]);
  const last = first.next ?? '';
  insist(await openNotification(officer, last));
  const second = await listNotifications(officer, { unread: true, before: last });
  expect(second.messages.map(({ id }) => id)).toEqual(all.slice(30, 60).map(({ id }) => id));
  expect(second.waiting).toBe(64);
  const again = await listNotifications(officer, { unread: true });
  expect(again.messages.map(({ id }) => id)).not.toContain(last);
  expect(await listNotifications(stranger, { before: last })).toMatchObject({ messages: [], waiting: 0 });
});
