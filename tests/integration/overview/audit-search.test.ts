import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeFirm, makePerson } from '#tests/factories/people.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { asInstitution, type InstitutionPerson, type Person, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { verifiedAction } from '~/server/audit/verify-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { auditQuery } from '~/server/overview/audit-query.ts';
import { exportAudit } from '~/server/overview/export-audit.ts';
import { searchAudit } from '~/server/overview/search-audit.ts';

freshDatabase();

let desk: Person;
let officer: InstitutionPerson;
let bakery: EnterpriseId;

beforeAll(async () => {
  desk = await makePerson('audit-admin');
  officer = asInstitution(await makePerson('officer', { name: '陈经理' }));
  bakery = await makeFirm({ name: '清泉面包坊', uscc: '91640104MAXX00013X' });
  const other = await makeFirm({ name: '=HYPERLINK("x")', uscc: '91640104MAXX0002AA' });
  for (let n = 0; n < 60; n += 1)
    await withActor(officer, async (tx) => {
      await appendAudit(tx, officer, {
        action: 'consent.read',
        enterpriseId: n % 2 ? bakery : other,
        purpose: 'pre-loan',
        detail: { n },
      });
      if (n % 10 === 0)
        await appendAudit(tx, officer, { action: 'access.denied', outcome: 'refused', detail: { n } });
    });
});

const search = (query: Record<string, string> = {}, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  searchAudit(desk, auditQuery.parse(query), locale);
const walk = async (query: Record<string, string> = {}) => {
  const all = [];
  let next: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof search>> = await search({ ...query, ...(next && { after: next }) });
    all.push(...page.rows);
    next = page.next;
  } while (next);
  return all;
};

test('paging by key brings every line once, the latest first', async () => {
  const lines = await walk();
  expect(lines).toHaveLength(66);
  expect(new Set(lines.map((l) => `${l.stream} ${l.seq}`)).size).toBe(66);
  expect(lines.map((l) => l.at)).toEqual([...lines.map((l) => l.at)].sort().reverse());
});

test.each([
  [{ firm: '91640104maxx00013x' }, 30],
  [{ firm: '清泉' }, 30],
  [{ firm: '%' }, 0],
  [{ who: '陈' }, 66],
  [{ who: '张' }, 0],
  [{ action: 'access' }, 6],
  [{ action: 'consent.read', outcome: 'ok' }, 60],
  [{ outcome: 'refused' }, 6],
  [{ firm: '清泉', outcome: 'refused' }, 0],
])('%j finds %i lines', async (query, count) => {
  expect(await walk(query)).toHaveLength(count);
});

test('institution and days narrow too; a day counts to its end', async () => {
  const today: Day = clock.today();
  expect(await walk({ institution: officer.institutionId })).toHaveLength(66);
  expect(await walk({ institution: crypto.randomUUID() })).toHaveLength(0);
  expect(await walk({ from: today, to: today })).toHaveLength(66);
  expect(await walk({ to: addDays(today, -1) })).toHaveLength(0);
});

test('a filter that cannot be read is left out', async () => {
  expect(await walk({ from: '2026-02-30', institution: 'x', after: 'x', outcome: 'maybe' })).toHaveLength(66);
});

test('a line names person, institution, firm and chain', async () => {
  const [line] = (await search({ firm: '清泉' })).rows;
  expect(line).toMatchObject({
    who: '陈经理',
    role: 'officer',
    firm: '清泉面包坊',
    uscc: '91640104MAXX00013X',
    action: 'consent.read',
    purpose: 'pre-loan',
    stream: `firm:${bakery}`,
  });
});

test('the last verdict on the chains is shown', async () => {
  expect((await search()).verdict).toBeNull();
  const fault = { stream: 'platform', seq: '3', kind: 'changed' };
  await withActor(system('job'), (tx) =>
    appendAudit(tx, system('job'), {
      action: verifiedAction,
      outcome: 'refused',
      detail: { streams: 3, entries: 66, firstFault: fault },
    }),
  );
  expect((await search()).verdict).toMatchObject({ ok: false, streams: 3, entries: 66, firstFault: fault });
});

test('the export holds the filtered lines and runs no formula', async () => {
  const text = await exportAudit(desk, auditQuery.parse({ action: 'consent.read' }), ['when', 'who']);
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('\ufeffwhen,who');
  expect(lines).toHaveLength(61);
  expect(text).toContain('"\'=HYPERLINK(""x"")"');
});

test('a bank sees the lines of its own people only, whatever it asks', async () => {
  const stranger = await makePerson('officer');
  expect((await searchAudit(stranger, auditQuery.parse({}), 'en')).rows).toEqual([]);
});
