import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants } from '#tests/factories/applying.ts';
import { idNumberOf } from '#tests/factories/id-number.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { command as persons } from '~/cli/commands/persons.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { addDays, addMonths } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { showPersons } from '~/server/privacy/show-persons.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const item = 'medical.employee-detail';
const uscc = '91640104MAXX00015D';
const fresh = () => mkdtempSync(path.join(tmpdir(), 'xinqiao-staff-'));
let parties: Awaited<ReturnType<typeof createApplicants>>;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = fresh();
  parties = await createApplicants();
  await withClient(urls.ownerUrl, (client) =>
    client.query('update enterprise set uscc = $1 where id = $2', [uscc, parties.enterpriseId]),
  );
});

/** The bureau hands in spells of insured work: for each person since when and, where it is over, until when. */
async function deliver(spells: readonly (readonly [person: number, from: string, to: string])[]) {
  const rows = spells.map(([person, from, to]) => `${uscc},${idNumberOf(person)},${from},${to},,`);
  const file = path.join(fresh(), 'spells.csv');
  writeFileSync(file, `uscc,id_number,from,to,amount,category\n${rows.join('\n')}\n`);
  const progress = () => ({ tick: () => undefined, total: () => undefined, done: () => undefined });
  const shared = { locale: 'en' as const, clock, progress, place: { driver: '', where: '' } };
  expect(await persons.run({ ...shared, urls, argument: 'take-in', options: { item, file } })).toMatchObject({
    ok: true,
    json: { added: spells.length },
  });
}

test('present and former staff are figures of five or more; the fifth leaver makes the figure', async () => {
  const left = addDays(clock.today(), -40);
  const since = addMonths(clock.today(), -30);
  await deliver([1, 2, 3, 4, 5, 6].map((person) => [person, since, ''] as const));
  await deliver([11, 12, 13, 14].map((person) => [person, since, left] as const));
  const staff = async () => (await showPersons(parties.owner)).staff;
  expect(await staff()).toMatchObject({ current: 6, leavers: 'too-few', medianMonths: 30, least: 5 });
  await deliver([[15, since, left]]);
  expect(await staff()).toMatchObject({ current: 6, leavers: 5 });
  const shown = JSON.stringify(await showPersons(parties.owner));
  for (const person of [1, 11, 15]) expect(shown).not.toContain(idNumberOf(person));
  expect(shown).not.toContain(left);
});

test('no row about staff opens to a bank: the firm cannot sign for it, and what it signed does not open it', async () => {
  const grant = (items: readonly string[]) =>
    grantConsent(parties.owner, {
      recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: null },
      ...{ purpose: 'pre-loan', items, detail: 'detail', mode: 'view', fetchType: 'one-time' },
      ...{ dataFrom: null, dataTo: null, readsPerDay: 5, returnDirection: false, retentionDays: 30 },
      validTo: latestEnd(clock.now()),
    });
  expect(await grant(['tax.payment', item])).toMatchObject({ refusal: { code: 'consent.personal-items' } });
  insist(await grant(['tax.payment']));
  const read = (code: string, detail: 'detail' | 'summary' | 'answer') =>
    readUnderConsent(
      parties.bankA.officer,
      { enterpriseId: parties.enterpriseId, purpose: 'pre-loan', items: [code], detail },
      async () => 'opened',
    );
  expect(await read('tax.payment', 'detail')).toMatchObject({ ok: true });
  for (const detail of ['detail', 'summary', 'answer'] as const)
    expect(await read(item, detail), detail).toMatchObject({ refusal: { code: 'consent.personal-items' } });
});
