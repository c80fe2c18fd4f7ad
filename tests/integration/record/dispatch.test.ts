import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, addMonths, dayOfMonth } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listDispatches } from '~/server/record/list-dispatches.ts';
import { makeDispatches } from '~/server/record/make-dispatches.ts';
import { findProvider } from '~/server/record/store.ts';
import { dispatchCsv } from '~/text/dispatch-file.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const turn = (today: ReturnType<typeof clock.today>) =>
  withActor(system('test'), (tx) => makeDispatches(tx, today));

beforeAll(async () => {
  await registerFirms(uscc(1));
  const rows = `uscc,date,amount,category\n${uscc(1)},2026-09,120,增值税\n${uscc(1)},昨天,1,增值税\n`;
  insist(await ingestCsv('tax.payment', rows));
});

test('on its day each department hears once what it delivered and who used it, and sees its own alone', async () => {
  const first = addDays(clock.today(), 1 - dayOfMonth(clock.today()));
  const next = addDays(addMonths(first, 1), 19);
  await turn(next);
  await turn(next);
  await turn(addDays(next, 3));
  const month = next.slice(0, 7);
  expect(await look('select month, count(*)::int as n from supply_dispatch group by month')).toEqual([
    {
      month,
      n: Number(
        (await look<{ n: number }>(`select count(*)::int as n from institution where kind = 'provider'`))[0]
          ?.n,
      ),
    },
  ]);
  const institutionId = await withActor(system('test'), (tx) => findProvider(tx, 'tax'));
  const tax = await makePerson('liaison', { institutionId: institutionId as InstitutionId });
  const own = await listDispatches(tax);
  expect(own.length).toBe(1);
  const payment = own[0]?.body.items.find(({ code }) => code === 'tax.payment');
  expect(payment).toMatchObject({ read: 2, accepted: 1, quarantined: 1 });
  expect((await listDispatches(await makePerson('data-operator'))).length).toBeGreaterThan(5);
  const csv = dispatchCsv(own, 'zh-CN');
  expect(csv).toContain(`${month},省税务局,`);
  expect(csv).toContain('税款征收信息');
  const told = await look<{ n: number }>(
    `select count(*)::int as n from notification where kind = 'record.dispatched' and institution_id = $1`,
    [institutionId],
  );
  expect(told).toEqual([{ n: 1 }]);
  await expect(look(`update supply_dispatch set month = '2000-01'`)).rejects.toThrow();
});
