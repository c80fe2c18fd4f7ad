import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { seedReferenceTables } from '#prisma/seed/reference.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type InstitutionPerson, type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { agreeOffice } from '~/server/loan/agree-office.ts';
import { announceMonth } from '~/server/loan/announce-month.ts';
import { appointOffice } from '~/server/loan/appoint-office.ts';
import { endOffice } from '~/server/loan/end-office.ts';
import { listAgreements } from '~/server/loan/list-agreements.ts';
import { listOffices } from '~/server/loan/list-offices.ts';
import { remindMaturity } from '~/server/loan/remind-maturity.ts';
import { showOfficeList } from '~/server/loan/show-office-list.ts';
import { listNotifications } from '~/server/overview/list-notifications.ts';
import { monthRows } from '~/text/loan-month-rows.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
const firstOfMonth = `${today.slice(0, 7)}-01` as Day;
const lastMonth = addMonths(firstOfMonth, -1).slice(0, 7);
let parties: Parties;
let desk: Person;

const office = (id: string): InstitutionPerson =>
  ({ ...parties.bankA.officer, role: 'regulator', institutionId: id as InstitutionId }) as InstitutionPerson;

const authority = async (code: string) => {
  const id = crypto.randomUUID();
  await withActor(platform, (tx) =>
    tx.institution.create({
      data: { id, kind: 'regulator', code, nameZh: code, nameEn: code, state: 'approved' },
    }),
  );
  return id;
};

const inbox = async (person: Person) =>
  (await listNotifications(person)).messages.map(({ kind, href }) => [kind, href]);

let four: string[];
let station: string;

beforeAll(async () => {
  await withActor(platform, async (tx) => {
    await seedReferenceTables(tx);
    await seedPolicy(tx, new Date());
  });
  parties = await createParties();
  desk = { ...parties.bankA.officer, role: 'risk-operator', institutionId: null } as Person;
  const { enterpriseId, bankA } = parties;
  await withActor(platform, (tx) =>
    tx.enterprise.update({ where: { id: enterpriseId }, data: { regionCode: '640104' } }),
  );
  await createLoan({
    ...{ enterpriseId, institutionId: bankA.id, disbursedOn: addMonths(today, -12) },
    termMonths: 13,
  });
  four = [];
  for (const code of ['desk', 'finance', 'central-bank', 'treasury']) {
    const id = await authority(code);
    four.push(id);
    insist(await appointOffice(desk, { office: id, remit: 'month-list', region: '640000' }));
  }
  station = await authority('station');
  insist(await appointOffice(desk, { office: station, remit: 'maturity', region: '640104' }));
});

test('only an admitted authority is appointed, for a division that exists, and once', async () => {
  const [first = ''] = four;
  const wish = { office: first, remit: 'month-list', region: '640000' } as const;
  expect(await appointOffice(desk, { ...wish, office: parties.bankA.id })).toMatchObject({
    refusal: { code: 'loan.office-unknown' },
  });
  expect(await appointOffice(desk, { ...wish, region: '999999' })).toMatchObject({
    refusal: { code: 'loan.office-region' },
  });
  expect(await appointOffice(desk, wish)).toMatchObject({ refusal: { code: 'loan.office-appointed' } });
});

test('on the first of a month each of the four offices gets its own copy and message', async () => {
  await withActor(platform, (tx) => announceMonth(tx, firstOfMonth));
  for (const id of four)
    expect(await inbox(office(id))).toEqual([['loan.month-listed', `/regulator/month?month=${lastMonth}`]]);
  const { appointments } = await listOffices(desk, lastMonth);
  expect(appointments.filter(({ madeAt }) => madeAt !== null)).toHaveLength(4);
  expect(appointments.every(({ openedAt }) => openedAt === null)).toBe(true);
});

test('a firm is named only while it agrees, to the office it agreed to, and finds the read in its log', async () => {
  const [first = '', second = ''] = four;
  const read = (id: string) => showOfficeList(office(id), lastMonth);
  expect(await read(first)).toMatchObject({
    rows: [],
    unnamed: { few: true, loans: null, balanceFen: null },
  });
  insist(await agreeOffice(parties.owner, first, 'given'));
  expect((await listAgreements(parties.owner)).map(({ agreed }) => agreed).filter(Boolean)).toHaveLength(1);
  const listed = await read(first);
  expect(listed).toMatchObject({
    rows: [{ contractNo: expect.stringMatching(/^C-/) }],
    unnamed: null,
  });
  expect(listed.rows.map(({ found }) => found)).toEqual([null]); // what the bank alone finds is not told, nor told as nothing
  expect(monthRows(listed.rows, 'en', 'office').map((cells) => cells.length)).toEqual([13, 13]);
  expect(await read(second)).toMatchObject({ rows: [] });
  const logged = await withActor(parties.owner, (tx) =>
    tx.auditEntry.count({ where: { action: 'loan.named-to-office', enterpriseId: parties.enterpriseId } }),
  );
  expect(logged).toBe(1);
  insist(await agreeOffice(parties.owner, first, 'withdrawn'));
  expect(await read(first)).toMatchObject({ rows: [] });
  const { appointments } = await listOffices(desk, lastMonth);
  expect(appointments.filter(({ openedAt }) => openedAt !== null)).toHaveLength(2);
});

test('the station is reminded thirty days before maturity of the firm that agreed, once', async () => {
  const maturity = addMonths(today, 1);
  insist(await agreeOffice(parties.owner, station, 'given'));
  const remind = (daysBefore: number) =>
    withActor(platform, (tx) => remindMaturity(tx, addDays(maturity, -daysBefore)));
  expect([await remind(31), await remind(30), await remind(29)]).toEqual([0, 1, 0]);
  expect(await inbox(office(station))).toEqual([['loan.maturing', '/regulator/month#maturing']]);
  expect(await showOfficeList(office(station), undefined)).toMatchObject({ appointed: false });
});

test('an ended appointment gives nothing more', async () => {
  const [, , , last = ''] = four;
  const { appointments } = await listOffices(desk, lastMonth);
  const own = appointments.find(({ nameZh }) => nameZh === 'treasury');
  insist(await endOffice(desk, own?.id ?? ''));
  expect(await endOffice(desk, own?.id ?? '')).toMatchObject({ refusal: { code: 'loan.office-gone' } });
  expect(await showOfficeList(office(last), lastMonth)).toMatchObject({ appointed: false, maturing: null });
});
