import { beforeAll, describe, expect, test } from 'vitest';
import { deliver } from '#prisma/seed/deliver.ts';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { listItems } from '~/server/catalogue/list-items.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listReaders } from '~/server/record/list-readers.ts';
import { readCheckWorld } from '~/server/record/read-check-context.ts';
import { showOwnData } from '~/server/record/show-own-data.ts';
import { showOwnItem } from '~/server/record/show-own-item.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
let owner: Person;
let stranger: Person;
const today = clock.today();
const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000);

async function ownerOf(code: string): Promise<Person> {
  const [firm] = await look<{ id: EnterpriseId }>('select id from enterprise where uscc = $1', [code]);
  return makePerson('owner', { enterpriseId: firm?.id as EnterpriseId });
}

beforeAll(async () => {
  await registerFirms(uscc(1), uscc(2));
  owner = await ownerOf(uscc(1));
  stranger = await ownerOf(uscc(2));
  const world = await readCheckWorld(today);
  const listing = { uscc: uscc(1), recordNo: 'L1', date: '2024-03-05', category: 'unreachable' };
  const deliveries = [
    { daysAgo: 90, rows: [listing] },
    { daysAgo: 50, rows: [{ ...listing, end: '2025-01-10' }] },
  ];
  for (const { daysAgo: days, rows } of deliveries)
    await deliver(world, 'list.abnormal-operation', rows, {
      receivedAt: daysAgo(days),
      fileName: `listing-${days}.csv`,
      announced: false,
    });
  const months = Array.from(
    { length: 36 },
    (_, i) => `${uscc(1)},${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')},100`,
  );
  insist(await ingestCsv('tax.payment', ['uscc,date,amount', ...months].join('\n')));
});

describe('my data', () => {
  test('shows what is held by group, with source, period and freshness', async () => {
    const data = await showOwnData(owner, { show: 'held' });
    const items = data.groups.flatMap(({ items }) => items);
    expect(items.map(({ code, records, freshness }) => [code, records, freshness]).sort()).toEqual([
      ['list.abnormal-operation', 1, 'stale'],
      ['registration.profile', 1, 'fresh'],
      ['tax.payment', 36, 'fresh'],
    ]);
    expect(items.find(({ code }) => code === 'tax.payment')).toMatchObject({
      first: '2023-01-01',
      last: '2025-12-01',
    });
    expect(data).toMatchObject({ records: 38, itemsHeld: 3, negative: 1, stale: 1 });
  });

  test('narrows to negative items and to a group; the whole catalogue names what was never delivered', async () => {
    const codes = async (show: 'negative' | 'all', group?: string) =>
      (await showOwnData(owner, { show, class: group })).groups.flatMap(({ items }) =>
        items.map(({ code }) => code),
      );
    expect(await codes('negative')).toEqual(['list.abnormal-operation']);
    expect(await codes('all', 'ip')).toEqual(expect.arrayContaining(['ip.patent', 'ip.trademark']));
    const all = (await showOwnData(owner, { show: 'all' })).groups.flatMap(({ items }) => items);
    expect(all.find(({ code }) => code === 'ip.patent')).toMatchObject({ records: 0, freshness: 'never' });
    expect(all.some(({ code }) => code === 'medical.person-coverage')).toBe(false);
  });

  test('is nobody else’s', async () => {
    const { groups } = await showOwnData(stranger, { show: 'held' });
    expect(groups.flatMap(({ items }) => items.map(({ code }) => code))).toEqual(['registration.profile']);
  });
});

describe('the records of an item', () => {
  const item = async (
    query: Omit<Parameters<typeof showOwnItem>[1], 'code'>,
    code = 'list.abnormal-operation',
  ) => insist(await showOwnItem(owner, { code, ...query }));

  test('as known today, corrected, with its retention', async () => {
    const { facts } = await item({});
    expect(facts).toMatchObject([
      {
        on: '2024-03-05',
        until: '2025-01-10',
        corrected: true,
        category: { zh: '住所无法联系' },
        retainedUntil: '2030-01-10',
      },
    ]);
  });

  test('as known on an earlier day: before the correction, and before anything was known', async () => {
    const before = await item({ asKnownOn: addDays(today, -70) });
    expect(before.facts).toMatchObject([
      { on: '2024-03-05', until: null, corrected: false, retainedUntil: null },
    ]);
    expect((await item({ asKnownOn: addDays(today, -100) })).facts).toEqual([]);
    expect((await item({ asKnownOn: addDays(today, 5) })).asKnownOn).toBe(today);
  });

  test('page by page, each record once, the newest first', async () => {
    const first = await item({}, 'tax.payment');
    const second = await item({ after: first.next ?? undefined }, 'tax.payment');
    expect([first.facts.length, second.facts.length, second.next, first.total]).toEqual([30, 6, null, 36]);
    const days = [...first.facts, ...second.facts].map(({ on }) => on);
    expect(days).toEqual([...new Set(days)].sort().reverse());
    expect(first.facts[0]).toMatchObject({ precision: 'month', amountFen: '10000' });
  });

  test.each(['no.such-item', 'medical.person-coverage'])('%s is not found', async (code) => {
    expect(await showOwnItem(owner, { code })).toEqual({
      ok: false,
      refusal: { code: 'record.item-not-found' },
    });
  });
});

test('who looked: institutions and the platform apart from the firm’s own people, newest first', async () => {
  const enterpriseId = owner.enterpriseId as EnterpriseId;
  const officer = await makePerson('officer');
  const line = { enterpriseId, purpose: 'pre-loan' };
  await withActor(officer, (tx) =>
    appendAudit(tx, officer, {
      ...line,
      action: 'consent.read',
      detail: { what: 'application.file', items: ['tax.payment'] },
    }),
  );
  await withActor(officer, (tx) =>
    appendAudit(tx, officer, { ...line, action: 'consent.read', outcome: 'refused' }),
  );
  await withActor(owner, (tx) => appendAudit(tx, owner, { enterpriseId, action: 'consent.granted' }));
  const others = await listReaders(owner, { who: 'others' });
  expect(
    others.lines.map(({ person, refused, items }) => [person, refused, items.map(({ en }) => en)]),
  ).toEqual([
    [officer.name, true, []],
    [officer.name, false, ['Tax paid']],
  ]);
  expect((await listReaders(owner, { who: 'all' })).lines[0]).toMatchObject({
    person: owner.name,
    action: 'consent.granted',
  });
  expect((await listReaders(stranger, { who: 'all' })).lines).toEqual([]);
});

test('the public catalogue is searched and narrowed, and says when each item was last delivered', async () => {
  const everything = await listItems(stranger, {});
  expect([everything.total, everything.entries.length, everything.providers.length]).toEqual([86, 86, 21]);
  const found = await listItems(stranger, { text: '纳税信用', sensitivity: 'public' });
  expect(found.entries.map(({ code }) => code)).toEqual(['tax.a-grade']);
  const tax = await listItems(stranger, { provider: 'tax' });
  expect(tax.entries.find(({ code }) => code === 'tax.payment')).toMatchObject({
    lastDelivery: today,
    freshness: 'fresh',
  });
  expect(
    (await listItems(system('test'), { class: 'court' })).entries.every(({ code }) =>
      code.startsWith('court.'),
    ),
  ).toBe(true);
});
