import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, createApplicants, submitOne } from '#tests/factories/applying.ts';
import { insist } from '~/domain/kernel/result.ts';
import { dropInboxView, keepInboxView } from '~/server/application/keep-inbox-view.ts';
import { listInbox } from '~/server/application/list-inbox.ts';
import { inboxPage } from '~/server/application/store-inbox.ts';
import type { InboxQuery } from '~/server/application/store-inbox-query.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

let parties: Awaited<ReturnType<typeof createApplicants>>;

freshDatabase();
beforeAll(async () => {
  parties = await createApplicants();
});

const apply = async () => submitOne({ ...parties, needId: await addNeed(parties) });
const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  result.refusal?.code ?? null;

test('a view of the inbox is the person’s own, and filters narrow', async () => {
  const { reviewer, officer } = parties.bankA;
  const id = await apply();
  const view = { name: '待领取大额', query: 'state=submitted&sort=amount&dir=asc' };
  insist(await keepInboxView(reviewer, view));
  expect(codeOf(await keepInboxView(reviewer, view))).toBe('application.view-name-taken');
  expect(codeOf(await keepInboxView(reviewer, { name: '不通', query: 'maker=nobody' }))).toBe(
    'application.view-unreadable',
  );
  const query = { state: 'open', sort: 'due', dir: 'asc', after: null } as const;
  const { views, rows } = await listInbox(reviewer, { ...query, firm: '河畔' });
  expect(views).toMatchObject([view]);
  expect(rows.map((row) => row.id)).toContain(id);
  expect((await listInbox(reviewer, { ...query, firm: '%' })).rows).toEqual([]);
  expect((await listInbox(reviewer, { ...query, maker: officer.userId })).rows).toEqual([]);
  expect((await listInbox(officer, query)).views).toEqual([]);
  const has = async (filters: Partial<InboxQuery>) =>
    (await listInbox(officer, { ...query, ...filters })).rows.some((row) => row.id === id);
  const [row] = rows.filter((each) => each.id === id);
  const amount = BigInt(row?.amountFen ?? 0);
  expect(await has({ product: parties.bankA.product, kind: 'company', least: amount, most: amount })).toBe(
    true,
  );
  expect(await has({ product: parties.bankB.product })).toBe(false);
  expect(await has({ kind: 'sole-trader' })).toBe(false);
  expect(await has({ least: amount + 1n })).toBe(false);
  expect(await has({ most: amount - 1n })).toBe(false);
  expect(await has({ clock: 'over' })).toBe(false);
  expect(await has({ none: true })).toBe(false);
  expect(codeOf(await dropInboxView(officer, views[0]?.id ?? ''))).toBe('application.view-not-found');
  insist(await dropInboxView(reviewer, views[0]?.id ?? ''));
  insist(await withdrawApplication(parties.owner, id));
});

test('the queue read a row at a time, in every order, has each application once', async () => {
  insist(await withdrawApplication(parties.owner, await apply()));
  await apply();
  const { institutionId, ...officer } = parties.bankA.officer;
  if (!institutionId) throw new Error('an officer without a bank');
  const walk = async (order: Pick<InboxQuery, 'state' | 'sort' | 'dir'>) => {
    const page = (after: InboxQuery['after'], limit: number) =>
      withActor(parties.bankA.officer, (tx) =>
        inboxPage(tx, { ...order, after }, { ...officer, institutionId }, { now: clock.now(), limit }),
      );
    const walked: string[] = [];
    let last: InboxQuery['after'] = null;
    for (let [row] = (await page(null, 1)).rows; row; [row] = (await page(last, 1)).rows) {
      walked.push(row.id);
      last = { value: row.key, id: row.id };
    }
    expect(walked).toEqual((await page(null, 1_000)).rows.map(({ id }) => id));
    return walked.length;
  };
  for (const sort of ['due', 'submitted', 'amount'] as const)
    for (const dir of ['asc', 'desc'] as const) {
      expect(await walk({ state: 'open', sort, dir })).toBeGreaterThan(0); // with deadlines
      expect(await walk({ state: 'closed', sort, dir })).toBeGreaterThan(1);
    }
});
