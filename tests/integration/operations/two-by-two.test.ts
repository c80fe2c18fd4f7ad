import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openQueue } from '#jobs/queue.ts';
import { migrateQueue } from '#jobs/queue-postgres.ts';
import { usccOf } from '#prisma/seed/scenarios/named-firms.ts';
import { freshDatabase } from '#tests/database.ts';
import { firmOf } from '#tests/scenarios/province.ts';
import { demoTemplate } from '#tests/templates.ts';
import { testDay } from '#tests/today.ts';
import { ensureBuilt } from '~/cli/boot/build.ts';
import { freePort } from '~/cli/boot/ports.ts';
import { system } from '~/server/access/actor.ts';
import { proposalFromJson, proposalHash } from '~/server/application/proposal-json.ts';
import { verifyAudit } from '~/server/audit/verify-audit.ts';
import { endParts, type Part, startPart, until } from './parts.ts';
import { openRoundRobin, type RoundRobin } from './round-robin.ts';
import { signedIn, stranger, type Visitor } from './visitor.ts';

const urls = freshDatabase({ template: demoTemplate, as: 'batch' });
const world = {} as { webs: Part[]; workers: Part[]; door: RoundRobin; owner: pg.Client };

beforeAll(async () => {
  await ensureBuilt();
  await migrateQueue(urls.ownerUrl);
  const ports = [await freePort(), await freePort()];
  world.webs = ports.map((PORT) => startPart('web', urls, { PORT: String(PORT) }));
  world.workers = [startPart('worker', urls), startPart('worker', urls)];
  world.door = await openRoundRobin(ports);
  world.owner = new pg.Client({ connectionString: urls.ownerUrl });
  await world.owner.connect();
  await Promise.all([...world.webs, ...world.workers].map(({ ready }) => ready));
});
afterAll(async () => {
  await endParts();
  await world.door.close();
  await world.owner.end();
});

const rows = async <T extends object>(sql: string, ...values: unknown[]): Promise<T[]> =>
  (await world.owner.query<T>(sql, values)).rows;
const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  Number((await rows<{ n: string }>(`select count(*) as n from ${sql}`, ...values))[0]?.n);

test('both web processes serve one session and count wrong passwords together', async () => {
  const officer = await signedIn(world.door.origin, 'officer');
  for (let i = 0; i < 4; i += 1) expect((await officer.get('/bank')).status).toBe(200);
  for (const answered of world.door.answered.values()) expect(answered).toBeGreaterThanOrEqual(2);
  const guesser = stranger(world.door.origin);
  const guess = () =>
    guesser.post('/login?_data=routes%2Fpublic%2Flogin', { login: 'trader-2', password: 'wrong' });
  const codes: string[] = [];
  for (let i = 0; i < 6; i += 1)
    codes.push(((await (await guess()).json()) as { refusal: { code: string } }).refusal.code);
  expect(codes.filter((code) => code === 'access.too-many')).toHaveLength(1);
  expect(codes.at(-1)).toBe('access.too-many');
});

test('a journey from application to loan and alert survives the death of one web and one worker', async () => {
  const { origin } = world.door;
  const [trader, officer, reviewer, liaison] = await Promise.all(
    ['trader', 'officer', 'reviewer', 'liaison-tax'].map((login) => signedIn(origin, login)),
  );
  if (!trader || !officer || !reviewer || !liaison) throw new Error('nobody came');
  const { id: firm } = await firmOf('noodle-shop');
  const [chosen] = await rows<{ product: string; need: string }>(
    `select p.id as product, n.id as need from need n, product p join institution i on i.id = p.institution_id
     where n.enterprise_id = $1 and i.code = 'bank-qiaotou' and p.state = 'published' and p.name_zh = '银税信用贷' limit 1`,
    firm,
  );
  if (!chosen) throw new Error('no need or product');

  const applied = await trader.post('/my/applications/new', {
    needId: chosen.need,
    products: [chosen.product],
    consented: [chosen.product],
    amount: '15',
    termMonths: '12',
    items: ['tax.payment'],
    documents: new File(['%PDF-1.7 statement'], 'statement.pdf', { type: 'application/pdf' }),
  });
  expect([applied.status, applied.headers.get('location')]).toEqual([302, '/my/applications']);
  const [application] = await rows<{ id: string }>(
    `select id from application where enterprise_id = $1 and product_id = $2 order by submitted_at desc limit 1`,
    firm,
    chosen.product,
  );
  const file = `/bank/applications/${application?.id}`;
  expect((await officer.post(file, { intent: 'pick-up' })).status).toBe(302);

  // One web process dies with the proposal under way: whether it was written or not, sending it again is safe.
  const proposing = officer.post(file, {
    ...{ intent: 'approve', amount: '15', termMonths: '12', rate: '3.60', method: 'equal-instalment' },
    ...{ dayCount: 'thirty360', validUntil: '2026-12-23' },
  });
  world.webs[0]?.kill('SIGKILL');
  expect([302, 409]).toContain((await proposing).status);
  await world.webs[0]?.ended;
  const [waiting] = await rows<{ proposal: unknown }>(
    'select proposal from application where id = $1',
    application?.id,
  );
  const read = proposalFromJson(waiting?.proposal ?? null);
  const confirmed = { intent: 'decide', answer: 'confirm', proposal: read ? proposalHash(read) : '' };
  expect((await reviewer.post(file, confirmed)).status).toBe(302);
  const answered = { application: application?.id ?? '', answer: 'accept', monitoring: 'yes' };
  expect((await trader.post(`/my/offers/compare?need=${chosen.need}`, answered)).status).toBe(302);
  const contract = { intent: 'contract', contractNo: 'QT-2026-2x2', contractOn: testDay };
  expect((await officer.post(file, contract)).status).toBe(302);
  expect((await officer.post(file, { intent: 'disburse', disbursedOn: testDay })).status).toBe(302);

  await orderVerifications();
  await deliverArrears(liaison);
  const queue = openQueue(urls.batchUrl);
  await until(async () => (await queue.counts()).active >= 3, 30_000); // more than one worker can hold
  world.workers[0]?.kill('SIGKILL');
  await world.workers[0]?.ended;
  const alerts = `alert a join enterprise e on e.id = a.enterprise_id
    where e.uscc = '${usccOf('machinery')}' and a.signal_code = 'tax-arrears'`;
  await until(async () => (await count(alerts)) > 0, 50_000);
  await until(async () => (await count('outbox where relayed_at is null')) === 0);
  await until(async () => {
    const { waiting, active } = await queue.counts();
    return waiting + active === 0;
  }, 50_000);
  expect((await queue.counts()).failed).toBe(0);
  await queue.close();

  expect(await stepsOf(application?.id ?? '')).toEqual([
    ...['submitted', 'picked-up', 'proposed', 'approved', 'accepted', 'contracted', 'disbursed'],
  ]);
  expect(await count(`loan where contract_no = 'QT-2026-2x2'`)).toBe(1);
  expect(await count(alerts)).toBe(1);
  expect(
    await count(`fact where item = 'tax.arrears' and occurred_on = '2026-11-16' and amount_fen = 7350000`),
  ).toBe(1);
  expect(await doubles('scheme_assessment', 'loan_id, scheme_code')).toBe(0);
}, 120_000);

test('what was ordered was done once, the day began once, and every chain is whole', async () => {
  expect(await count(`audit_entry where action = 'audit.verified'`)).toBeGreaterThanOrEqual(verifications);
  const marks = `job_done where key like 'verify-audit-22e2e2e-%'`;
  expect(await count(marks)).toBe(verifications);
  const begun = `event_log where kind = 'audit.heads-anchored' and payload ->> 'day' = $1`;
  expect(await count(begun, testDay)).toBe(1);
  expect(await count(`outbox where job = 'score.rescore-province' and payload ->> 'day' = $1`, testDay)).toBe(
    1,
  );
  expect(await verifyAudit(system('test'))).toMatchObject({ ok: true });
});

const verifications = 12;

/** Work enough for both workers. */
const orderVerifications = () =>
  world.owner.query(
    `insert into outbox (job, key, payload)
     select 'platform.verify-audit', 'verify-audit-' || ref, jsonb_build_object('ref', ref)
     from (select '22e2e2e-22-' || lpad(n::text, 2, '0') as ref from generate_series(1, ${verifications}) n) r`,
  );

const deliverArrears = (liaison: Visitor) =>
  liaison.post('/provider/upload', {
    item: 'tax.arrears',
    encoding: 'auto',
    file: new File(
      [
        '统一社会信用代码,日期,金额,文号\n',
        `${usccOf('machinery')},2026-11-16,73500.00,粤税欠告〔2026〕2x2号\n`,
      ],
      'arrears.csv',
    ),
  });

const stepsOf = async (application: string): Promise<string[]> =>
  (
    await rows<{ kind: string }>(
      `select kind from application_event where application_id = $1 order by id`,
      application,
    )
  ).map(({ kind }) => kind);

/** How many keys a table holds more than once. */
const doubles = (table: string, key: string) =>
  count(`(select 1 from ${table} group by ${key} having count(*) > 1) d`);
