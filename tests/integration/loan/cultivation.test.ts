import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeCultivation } from '~/server/loan/change-cultivation.ts';
import { noteContact } from '~/server/loan/note-contact.ts';
import { listCultivated, showCultivation, showPool } from '~/server/loan/show-cultivation.ts';

freshDatabase();
let parties: Parties;
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'ok' : result.refusal.code;

beforeAll(async () => {
  parties = await createParties();
});

test('a firm joins by its own word, banks see it and each its own contacts, and a first loan graduates it', async () => {
  const { owner, bankA, bankB, enterpriseId } = parties;
  expect((await listCultivated(bankA.officer, 0)).rows).toEqual([]);
  insist(await changeCultivation(owner, 'join'));
  expect(codeOf(await changeCultivation(owner, 'join'))).toBe('loan.cultivated-already');
  const [listed] = (await listCultivated(bankA.officer, 0)).rows;
  const id = listed?.id ?? '';
  insist(await noteContact(bankA.officer, id, '上门走访，辅导报表'));
  expect((await listCultivated(bankA.officer, 0)).rows[0]?.own.map(({ note }) => note)).toEqual([
    '上门走访，辅导报表',
  ]);
  expect((await listCultivated(bankB.officer, 0)).rows[0]?.own).toEqual([]);
  const seenByB = await withActor(bankB.officer, (tx) => tx.cultivationContact.count());
  expect(seenByB).toBe(0);
  expect(await showCultivation(owner)).toMatchObject({ isListed: true, standing: 'contacted' });

  const loanId = await createLoan({ enterpriseId, institutionId: bankA.id, disbursedOn: day('2026-11-20') });
  expect((await listCultivated(bankA.officer, 0)).rows).toEqual([]);
  expect(codeOf(await noteContact(bankA.officer, id, '又一次'))).toBe('loan.listed-not-found');
  expect(await showCultivation(owner)).toMatchObject({ standing: 'borrowed' });
  const book = (loans: 1 | -1) =>
    withActor(system('test'), (tx) =>
      tx.firstLoanEntry.createMany({
        data: [
          {
            ...{
              enterpriseId,
              loanId,
              institutionId: bankA.id,
              schemeCode: '',
              loans,
              because: 'clear-record',
            },
            ...{ principalFen: BigInt(loans) * 12_000_000n, bookedOn: new Date('2026-11-21') },
            recordedAt: clock.now(),
          },
        ],
      }),
    );
  await book(1);
  expect(await showCultivation(owner)).toMatchObject({ standing: 'graduated' });
  expect(await showPool(system('test'))).toMatchObject({ joined: 1, graduated: 1, borrowed: 0 });
  await book(-1);
  expect(await showCultivation(owner)).toMatchObject({ standing: 'borrowed' });
  insist(await changeCultivation(owner, 'leave'));
  expect(codeOf(await changeCultivation(owner, 'leave'))).toBe('loan.not-cultivated');
  expect(codeOf(await changeCultivation(owner, 'join'))).toBe('loan.borrowed-before');
});
