import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { onDay } from '~/server/clock.ts';
import { changeCultivation } from '~/server/loan/change-cultivation.ts';
import { listProspects, type ProspectSearch } from '~/server/loan/list-prospects.ts';
import { noteContact } from '~/server/loan/note-contact.ts';
import { listCultivated, showCultivation } from '~/server/loan/show-cultivation.ts';

freshDatabase();
let parties: Parties;
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'ok' : result.refusal.code;
const listFor = async (officer: Actor, asked: Partial<ProspectSearch> = {}) =>
  (await listProspects(officer, { page: 0, ...asked } as ProspectSearch)).rows;
const show = () => showCultivation(parties.owner, 'offers');

beforeAll(async () => {
  parties = await createParties();
});

test('a firm that has borrowed lets banks approach it, they see its registration, and each its own contacts', async () => {
  const { owner, bankA, bankB, enterpriseId } = parties;
  await createLoan({ enterpriseId, institutionId: bankA.id, disbursedOn: day('2026-11-20') });
  expect(await listFor(bankA.officer)).toEqual([]);
  insist(await changeCultivation(owner, 'join', 'offers'));
  expect(codeOf(await changeCultivation(owner, 'join', 'offers'))).toBe('loan.cultivated-already');
  const [listed] = await listFor(bankA.officer);
  expect(listed).toMatchObject({ own: [] });
  expect(listed).not.toHaveProperty('enterpriseId');
  insist(await noteContact(bankA.officer, listed?.id ?? '', '电话介绍订单贷'));
  expect((await listFor(bankA.officer))[0]?.own.map(({ note }) => note)).toEqual(['电话介绍订单贷']);
  expect((await listFor(bankB.officer))[0]?.own).toEqual([]);
  expect(await show()).toMatchObject({ isListed: true, contacts: [{ note: '电话介绍订单贷' }] });
});

test('the list of first loans is another one', async () => {
  expect((await listCultivated(parties.bankA.officer, 0)).rows).toEqual([]);
  expect(await showCultivation(parties.owner)).toMatchObject({ isListed: false, joinedAt: null });
});

test('is narrowed by place, industry and grade, and a firm without a grade is not above one', async () => {
  const { officer } = parties.bankB;
  expect(await listFor(officer, { region: '99' })).toEqual([]);
  expect(await listFor(officer, { section: 'T' })).toEqual([]);
  expect(await listFor(officer, { grade: 'D' })).toEqual([]);
});

test('ends after a year by itself and may be renewed, and leaving ends it at once', async () => {
  const { owner, bankA } = parties;
  const [listed] = await listFor(bankA.officer);
  const until = (await show()).until;
  if (!until) throw new Error('no end');
  await onDay(addDays(day(until), -1), async () => expect(await listFor(bankA.officer)).toHaveLength(1));
  await onDay(day(until), async () => {
    expect(await listFor(bankA.officer)).toEqual([]);
    expect(codeOf(await noteContact(bankA.officer, listed?.id ?? '', '又一次'))).toBe(
      'loan.listed-not-found',
    );
    expect(await show()).toMatchObject({ isListed: false });
    expect(codeOf(await changeCultivation(owner, 'leave', 'offers'))).toBe('loan.not-cultivated');
    insist(await changeCultivation(owner, 'join', 'offers'));
    expect(await listFor(bankA.officer)).toHaveLength(1);
    insist(await changeCultivation(owner, 'leave', 'offers'));
    expect(await listFor(bankA.officer)).toEqual([]);
  });
});
