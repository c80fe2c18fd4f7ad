import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { coverLoan, createHouse } from '#tests/factories/guarantee.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addMonths } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { mapRelations } from '~/server/feature/relations/map-relations.ts';
import { findCircleOf } from '~/server/monitoring/find-circle.ts';
import { type CircleFile, keyIn, showCircle } from '~/server/monitoring/show-circle.ts';

const urls = freshDatabase({ template: referenceTemplate });

const codes = ['91640100MA75K1AA05', '91640100MA75K1AB3X', '91640100MA75K1AC18', '91640100MA75K1AD6E'];
let firms: EnterpriseId[];
let banks: InstitutionId[];
let officers: Person[];
let loans: Record<'ownA' | 'secondA' | 'firstB' | 'thirdB', string>;

const disbursedOn = addMonths(clock.today(), -2);
const lend = (firm: number, bank: number, principalYuan: number) =>
  createLoan({
    enterpriseId: firms[firm] as EnterpriseId,
    institutionId: banks[bank] as InstitutionId,
    disbursedOn,
    principalYuan,
  });

/** Firm 1 guarantees firm 0, firm 2 guarantees firm 1, firm 0 guarantees firm 2: a circle over two banks; firm 3 stands apart. */
beforeAll(async () => {
  firms = [];
  for (const [i, uscc] of codes.entries()) firms.push(await makeFirm({ uscc, name: `circle ${i}` }));
  banks = [await makeInstitution(), await makeInstitution()];
  officers = [];
  for (const institutionId of banks) officers.push(await makePerson('officer', { institutionId }));
  const guarantees = [1, 2, 0].map((guarantor, debtor) => ({
    firm: firms[guarantor] as EnterpriseId,
    occurredOn: '2024-01-05',
    category: 'guarantee',
    detail: { reference: codes[debtor] as string, note: `circle ${debtor}` },
  }));
  const { batchId } = await deliver({
    item: 'registration.relation',
    at: clock.now(),
    records: guarantees,
  });
  await mapRelations({ batchId });
  loans = {
    ownA: await lend(0, 0, 100_000),
    secondA: await lend(2, 0, 30_000),
    firstB: await lend(0, 1, 7_000_001),
    thirdB: await lend(1, 1, 8_000_003),
  };
  await coverLoan(officers[1] as Person, loans.firstB, await createHouse('guarantor', 'house of B'), 80);
});

const opened = async (bank: number, loan: string, falls: number | null = null): Promise<CircleFile> =>
  insist(
    await showCircle(
      officers[bank] as Person,
      loan,
      falls === null ? null : keyIn(loan)(firms[falls] as string),
    ),
  );
const amounts = ({ reached }: CircleFile) =>
  reached.map(({ firm, hop, debtFen, calledFen }) => [firm.zh, hop, debtFen, calledFen]);

test('a bank counts its own loans over the published guarantees, and nothing of another bank shows', async () => {
  const circle = await opened(0, loans.ownA);
  expect(amounts(circle)).toEqual([
    ['circle 0', 0, '10000000', '0'],
    ['circle 1', 1, null, '10000000'],
    ['circle 2', 2, '3000000', null],
  ]);
  expect(circle.atRiskFen).toEqual(['10000000', '10000000', '13000000', '13000000']);
  expect(circle.uncovered.map(({ debtor, amountFen }) => [debtor.zh, amountFen])).toEqual([
    ['circle 2', '3000000'],
  ]);
  const said = JSON.stringify(circle);
  for (const secret of ['700000', '800000', 'house of B', banks[1], loans.firstB, loans.thirdB])
    expect(said).not.toContain(secret);
});

test('the other bank sees its guarantor called on for its share of its own loan, up to its liability', async () => {
  const circle = await opened(1, loans.firstB);
  expect(circle.calls.find(({ guarantor }) => guarantor.zh === 'house of B')).toMatchObject({
    debtor: { zh: 'circle 0' },
    hop: 1,
    amountFen: '560000080',
  });
  expect(amounts(circle).find(([name]) => name === 'circle 2')).toEqual(['circle 2', 2, null, '800000300']);
});

test('what if another firm of the circle defaults; one outside of it is refused', async () => {
  const circle = await opened(0, loans.ownA, 2);
  expect(circle.firm.name).toBe('circle 2');
  expect(circle.choices.map(({ name }) => name)).toEqual(['circle 0', 'circle 1', 'circle 2']);
  expect(circle.atRiskFen).toEqual(['3000000', '13000000', '13000000', '13000000']);
  const apart = await showCircle(officers[0] as Person, loans.ownA, keyIn(loans.ownA)(firms[3] as string));
  expect(apart).toEqual({ ok: false, refusal: { code: 'monitoring.not-in-circle' } });
  const foreign = await showCircle(officers[0] as Person, loans.firstB, null);
  expect(foreign).toEqual({ ok: false, refusal: { code: 'loan.not-found' } });
});

test('the risk desk and the command line count all loans', async () => {
  const desk = insist(await showCircle(await makePerson('risk-operator'), loans.ownA, null));
  expect(desk.atRiskFen.at(-1)).toBe('1513000400');
  const line = insist(await findCircleOf(system('test'), codes[0] as string, null));
  expect(line.atRiskFen).toEqual(desk.atRiskFen);
  expect(await findCircleOf(system('test'), 'nobody', null)).toMatchObject({
    ok: false,
    refusal: { code: 'score.firm-unknown' },
  });
});

test('a firm that took a borrower over stands in its place: with its loan, its guarantee and those for it', async () => {
  const heir = await makeFirm({ uscc: '91640100MA75K1AE4C', name: 'heir of 0' });
  const edge = randomUUID();
  const write = (sql: string, ...values: unknown[]) =>
    withClient(urls.batchUrl, (client) => client.query(sql, values));
  await write(
    `insert into enterprise_succession (enterprise_id, id, kind, successor_id, effective_on, basis, known_at)
     values ($1, $2, 'merge', $3, current_date, 'x', now())`,
    ...[firms[0], edge, heir],
  );
  const circle = await opened(0, loans.ownA);
  expect(amounts(circle)).toEqual([
    ['heir of 0', 0, '10000000', '0'],
    ['circle 1', 1, null, '10000000'],
    ['circle 2', 2, '3000000', null],
  ]);
  expect(circle.enterpriseId).toBe(heir);
  expect(circle.atRiskFen).toEqual(['10000000', '10000000', '13000000', '13000000']);
  expect((await opened(1, loans.thirdB)).choices.map(({ name }) => name)).toContain('heir of 0');
  await write(
    `insert into enterprise_succession (enterprise_id, id, kind, undoes, effective_on, basis, known_at)
     values ($1, $2, 'undo', $3, current_date, 'x', now())`,
    ...[firms[0], randomUUID(), edge],
  );
  expect((await opened(0, loans.ownA)).firm.name).toBe('circle 0');
});
