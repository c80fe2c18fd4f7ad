import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { looker } from '#tests/factories/delivery.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { climbLadder } from '~/server/monitoring/climb-ladder.ts';
import { followUpAlert } from '~/server/monitoring/follow-up-alert.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import { addAlerts } from '~/server/monitoring/store.ts';
import { listNotifications } from '~/server/overview/list-notifications.ts';

const urls = freshDatabase({ as: 'batch' });
const look = looker(urls);
const platform = system('test');
const today = clock.today();
let parties: Parties;

beforeAll(async () => {
  await withActor(platform, (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
});

test('a severe case that its lender leaves alone climbs the ladder, and stops once it is taken up', async () => {
  const id = randomUUID();
  const at = clock.now();
  const about = {
    id,
    enterpriseId: parties.enterpriseId,
    institutionId: parties.bankA.id,
    loanId: randomUUID(),
  };
  const signal = { signalCode: 'dishonesty', signalVersion: 1, severity: 'red', groupKey: 'g' };
  const evidence = { figures: {}, records: [] };
  await withActor(platform, (tx) =>
    addAlerts(tx, [{ ...about, ...signal, evidence, raisedAt: at, dueAt: at }]),
  );
  const climb = (rung: number) => withActor(platform, (tx) => climbLadder(tx, platform, id, rung));
  const orders = async () =>
    (await look(
      `select (payload ->> 'rung')::int as rung, not_before > now() as waits from outbox where job = 'monitoring.climb-ladder' order by id`,
    )) as { rung: number; waits: boolean }[];
  const told = async (person: Person) =>
    (await listNotifications(person)).messages.filter((m) => m.kind === 'monitoring.left-alone').length;

  await climb(0);
  expect([await told(parties.bankA.reviewer), await told(parties.bankA.officer)]).toEqual([1, 0]);
  expect(await told(parties.bankB.officer)).toBe(0);
  expect(await orders()).toEqual([{ rung: 1, waits: true }]);
  await climb(1);
  expect([await told(parties.bankA.reviewer), await told(parties.bankA.officer)]).toEqual([2, 1]);
  const operator = await makePerson('risk-operator');
  await climb(2);
  expect(await told(operator)).toBe(1);
  insist(await followUpAlert(parties.bankA.officer, id, { text: '已联系企业', bankOnly: true }));
  await climb(2);
  expect(await orders()).toHaveLength(2);
  expect(await told(operator)).toBe(1);
});

test('how alerts are handled goes by the day: a new version rules from its first day on', async () => {
  await withClient(urls.ownerUrl, (client) =>
    client.query(
      `insert into policy_version (code, version, kind, jurisdiction, name_zh, name_en, legal_basis, valid_from, body, examples, unverified, published_at)
       select code, 3, kind, jurisdiction, name_zh, name_en, legal_basis, $1, jsonb_set(body, '{dedupWindowDays}', '30'), examples, unverified, now()
       from policy_version where code = 'alert-handling' and version = 2`,
      [dateOfDay(addDays(today, 1))],
    ),
  );
  const windowOn = (on: Day) =>
    withActor(platform, async (tx) => (await readHandling(tx, on)).dedupWindowDays);
  expect([await windowOn(today), await windowOn(addDays(today, 1))]).toEqual([180, 30]);
});
