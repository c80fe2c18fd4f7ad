import { expect, type Page, test } from '@playwright/test';
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
  await desk.getByRole('link', { name: '担保圈与违约推演' }).click();
  await expect(desk.getByText(`如果${firm}违约`).first()).toBeVisible();

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
  await expect(officer.getByText('请写明企业的说明和核实情况').first()).toBeVisible();
  await expect(officer.getByLabel('处置情况')).toHaveValue('已核对完税凭证，维持原分类。');
  await officer.getByLabel('企业的说明是什么').fill('欠税为汇算清缴差额，已缴清并核对完税凭证。');
  await officer.getByRole('button', { name: '办结预警' }).click();
  await expect(officer.getByText('预警已办结，企业会收到通知。')).toBeVisible();

  await expect(officer.getByText('现行结论由您作出，改判须由本行另一人办理。')).toBeVisible();
  const reviewer = await enter(browser, 'reviewer', new URL(officer.url()).pathname);
  await reviewer.getByLabel('改判理由').fill('补看征管系统，欠税在预警前一日已缴清。');
  await reviewer.getByRole('radio', { name: '误报' }).check();
  await reviewer.getByLabel('处置情况').fill('数据晚到，风险不存在。');
  await reviewer.getByRole('button', { name: '改判' }).click();
  await expect(reviewer.getByText('请选择误报原因。').first()).toBeVisible();
  await expect(reviewer.getByLabel('改判理由')).toHaveValue('补看征管系统，欠税在预警前一日已缴清。');
  await reviewer.getByLabel(/误报原因/).selectOption({ label: '预警前已了结' });
  await reviewer.getByRole('button', { name: '改判' }).click();
  await expect(reviewer.getByText('结论已改判，两次结论都保留。')).toBeVisible();
  await owner.reload();
  await expect(owner.getByText('结论：误报')).toBeVisible();
  await expect(owner.getByText('补看征管系统').first()).toBeVisible();
  await expect(owner.getByText('首次结论')).toBeVisible();

  await officer.goto('/bank/quality?part=migration&from=2026-08-31');
  const stayed = officer.getByRole('row', { name: /^正常/ }).getByRole('link').first();
  await stayed.click();
  await expect(officer.getByRole('row', { name: new RegExp(firm) })).toBeVisible();
});

/** What the return that is shown says is out in all, in fen: its first table's closing row. */
const outInAll = async (desk: Page): Promise<bigint> => {
  const cell = desk.getByRole('row', { name: /^合计/ }).first().locator('data').first();
  return BigInt((await cell.getAttribute('value', { timeout: 10_000 })) ?? '0');
};

test('money entered late changes a month: its return is made again, checked and filed', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const desk = await enter(browser, 'operator-risk', '/operator/returns');
  await desk.getByRole('link', { name: '2026-10' }).first().click();
  const filing = desk.getByRole('button', { name: '确认报送' });
  if (await filing.isVisible()) await filing.click();
  const correction = desk.getByLabel('更正原因');
  await expect(correction).toBeVisible();
  const before = await outInAll(desk);

  const officer = await enter(browser, 'officer', '/bank/loans');
  await officer
    .getByRole('row', { name: new RegExp(firm) })
    .getByRole('link')
    .first()
    .click();
  const payment = officer.locator('form').filter({ has: officer.getByLabel('实际还款日') });
  await payment.getByLabel('实际还款日').fill('2026-10-20');
  await payment.getByLabel('本金').fill('1234');
  await payment.getByLabel('利息').fill('0');
  await payment.getByRole('button', { name: '登记' }).click();
  await expect(officer.getByText('还款已登记，分类与逾期天数已更新。')).toBeVisible();

  await correction.fill('十月二十日的一笔还款补记，重新生成。');
  await desk.getByRole('button', { name: '生成更正版' }).click();
  await expect(desk.getByText('更正版已生成，请核对后报送。')).toBeVisible();
  expect(before - (await outInAll(desk))).toBe(123_400n);
  await filing.click();
  await expect(desk.getByText('月报已报送。')).toBeVisible();
});

test('a settled loan is watched no more', async ({ browser }) => {
  const officer = await enter(browser, 'officer', '/bank/alerts');
  await expect(officer.getByRole('table').first()).toBeVisible();
  await expect(officer.getByText('银川文渊印务有限公司')).toHaveCount(0);
  await officer.goto('/bank/loans?state=settled');
  await expect(officer.getByText('银川文渊印务有限公司')).toBeVisible();
});
