import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { claimOn, createFund, enrolMore, type Fund } from '#tests/factories/compensation.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { makeDutyPack } from '~/server/compensation/make-duty-pack.ts';

freshDatabase();
let fund: Fund;
let id: string;
beforeAll(async () => {
  fund = await createFund(yuan(1_000_000));
  await enrolMore(fund.bankA, 5_000_000);
  id = await claimOn(fund.bankA, { principalYuan: 10_000 });
});

test('the duty pack is a PDF with its title, a font of its own and text to select', async () => {
  const pack = insist(await makeDutyPack(fund.bankA.officer, id, 'zh-CN'));
  const bytes = Buffer.from(pack.body).toString('latin1');
  expect(bytes.startsWith('%PDF-1.')).toBe(true);
  expect(bytes).toMatch(/\/FontFile2|\/FontFile3/);
  expect(bytes).toContain('/ToUnicode');
  expect(pack.body.length).toBeLessThan(300_000); // only the glyphs that it shows
  expect(pack.name).toMatch(/^duty-.*\.pdf$/);
});

test('another bank gets none', async () => {
  expect(await makeDutyPack(fund.bankB.officer, id, 'en')).toMatchObject({
    refusal: { code: 'compensation.not-found' },
  });
});
