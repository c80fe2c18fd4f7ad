import { expect, test } from '@playwright/test';
import { usccOf } from '../../prisma/seed/scenarios/named-firms.ts';
import { enter } from './cast.ts';

const firm = '广州凌云环保装备有限公司';
const arrears = [
  '统一社会信用代码,日期,金额,文号',
  `${usccOf('machinery')},2026-11-16,73500.00,粤税欠告〔2026〕77号`,
  `${usccOf('machinery')},2026年13月,1.0.5,粤税欠告〔2026〕78号`,
].join('\n');

test('a record of tax arrears comes in: the bank is warned, the firm answers, the officer closes', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const liaison = await enter(browser, 'liaison-tax', '/provider/upload');
  await liaison.getByLabel('数据项').selectOption({ label: '企业欠税信息' });
  await liaison.getByLabel('文件', { exact: true }).setInputFiles({
    name: '欠税公告-2026-11.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(arrears),
  });
  await liaison.getByRole('button', { name: '报送' }).click();
  await expect(liaison.getByText('隔离区')).toBeVisible({ timeout: 30_000 });
  await expect(liaison.getByText('第 2 行')).toBeVisible();

  const officer = await enter(browser, 'officer');
  const alert = officer.getByRole('row', { name: new RegExp(`${firm}.*欠税|欠税.*${firm}`) });
  await expect(async () => {
    await officer.goto('/bank/alerts');
    await expect(alert).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await alert.getByRole('link').first().click();
  await expect(officer.getByText('橙色').first()).toBeVisible();
  await expect(officer.getByText('73,500').first()).toBeVisible();

  const desk = await enter(browser, 'operator-risk', '/operator/funded?severity=red');
  await desk
    .getByRole('row', { name: new RegExp(firm) })
    .getByRole('link')
    .first()
    .click();
  await expect(desk.getByText('欠税').first()).toBeVisible();
  await expect(desk.getByText('年利率')).toHaveCount(0);

  const owner = await enter(browser, 'owner-loan', '/my/alerts');
  await owner.getByRole('row', { name: /欠税/ }).getByRole('link').first().click();
  await owner.getByLabel('说明内容').fill('汇算清缴差额已于本周缴清，附完税凭证号。');
  await owner.getByRole('button', { name: '提交说明' }).click();
  await expect(owner.getByText('说明已提交，银行会收到通知。')).toBeVisible();

  await officer.reload();
  await expect(officer.getByText('汇算清缴差额已于本周缴清')).toBeVisible();
  await officer.getByRole('radio', { name: '属实，企业已合理说明' }).check();
  await officer.getByLabel('处置情况').fill('已核对完税凭证，维持原分类。');
  await officer.getByRole('button', { name: '办结预警' }).click();
  await expect(officer.getByText('预警已办结，企业会收到通知。')).toBeVisible();
});

test('a settled loan is watched no more', async ({ browser }) => {
  const officer = await enter(browser, 'officer', '/bank/alerts');
  await expect(officer.getByRole('table').first()).toBeVisible();
  await expect(officer.getByText('银川文渊印务有限公司')).toHaveCount(0);
  await officer.goto('/bank/loans?state=settled');
  await expect(officer.getByText('银川文渊印务有限公司')).toBeVisible();
});
