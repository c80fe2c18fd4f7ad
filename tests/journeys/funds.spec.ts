import { expect, type Page, test } from '@playwright/test';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import { testDay } from '../today.ts';
import { enter } from './cast.ts';

/*
 * One loan of a restaurant in Guangzhou through all of its public money. Firm and signed contract are there; every step is
 * taken here, with the days on which the bank says that they happened.
 */
test.describe.configure({ mode: 'serial' });

const today = day(testDay);
const drawnOn = addDays(today, -92);
const firm = /广州粤茗轩餐饮/;
const main = (page: Page) => page.getByRole('main');

/** Reloads until the worker has done what the page waits for. */
const until = async (page: Page, seen: () => Promise<void>) =>
  expect(async () => {
    await page.reload();
    await seen();
  }).toPass({ timeout: 20_000 });

let loan = '';

test('a loan is disbursed, its interest subsidised, extended, misused, and the subsidy comes back', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const officer = await enter(browser, 'officer', '/bank?state=approved');
  await officer.getByRole('row', { name: firm }).getByRole('link').first().click();
  await officer.getByLabel('放款日').fill(drawnOn);
  await officer.getByRole('button', { name: '登记放款' }).click();
  await expect(officer.getByText('放款已登记，还款计划已生成。')).toBeVisible();
  await officer.goto('/bank/loans');
  await officer.getByRole('row', { name: firm }).getByRole('link').first().click();
  await expect(officer.getByRole('table', { name: '还款计划' })).toBeVisible();
  loan = new URL(officer.url()).pathname.split('/').at(-1) ?? '';

  await officer.getByLabel('实际还款日').fill(addMonths(drawnOn, 1));
  await officer.getByLabel('本金', { exact: true }).fill('2400');
  await officer.getByLabel('利息', { exact: true }).fill('130');
  await officer.getByRole('button', { name: '登记', exact: true }).click();
  await expect(officer.getByText('还款已登记，分类与逾期天数已更新。')).toBeVisible();

  const maker = await enter(browser, 'operator-funds', '/operator/subsidies');
  await maker.getByLabel('结算季度').selectOption('2026Q3');
  await maker.getByRole('button', { name: '发起结算' }).click();
  await expect(maker.getByText('结算已发起，正在逐户计算。')).toBeVisible();
  const checker = await enter(browser, 'operator-funds-b', new URL(maker.url()).pathname);
  const approve = checker.getByRole('button', { name: '批准并付款' });
  await until(checker, () => expect(approve).toBeVisible({ timeout: 500 }));
  await expect(checker.getByRole('row', { name: firm })).toContainText('¥25.83');
  await approve.click();
  await until(checker, () => expect(checker.getByText('已付清')).toBeVisible({ timeout: 500 }));

  await officer.goto(`/bank/loans/${loan}`);
  await officer.getByText('办理展期').click();
  const extension = officer.locator('#extension-form');
  await extension.getByLabel('生效日期').fill(addDays(today, -40));
  await extension.getByLabel('延长月数').fill('3');
  await extension.getByLabel('原因').fill('装修停业一个月，回款推迟。');
  await extension.getByRole('button').click();
  await expect(officer.getByRole('table', { name: '贷款事项' })).toContainText('展期');

  await officer.goto(`/bank/subsidies/${loan}`);
  await expect(main(officer)).toContainText('¥25.83');
  await officer.getByLabel('发生日期').fill(addDays(today, -30));
  await officer.getByLabel('说明').fill('部分资金转入理财账户。');
  await officer.getByRole('button', { name: '报告' }).click();
  await expect(officer.getByText('已报告，决定之前暂停付款。')).toBeVisible();

  await checker.goto('/operator/reclaims');
  await checker.getByRole('row', { name: firm }).getByRole('link').first().click();
  await checker.getByRole('button', { name: '决定追回' }).click();
  await expect(checker.getByText('已决定追回并记账。')).toBeVisible();
  await checker.getByRole('button', { name: '登记退回款' }).click();
  await expect(checker.getByText('退回款已入账。')).toBeVisible();
  await officer.reload();
  await expect(officer.getByText('已退回').first()).toBeVisible();
});

test('the same loan was enrolled and cleared beforehand; it defaults, is claimed, decided, paid, and partly recovered', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const officer = await enter(browser, 'officer', '/bank/claims?tab=enrolled');
  await officer.getByRole('row', { name: firm }).getByRole('link').first().click();
  await expect(main(officer)).toContainText('备案时确认的补偿');
  const enrolment = officer.url();
  await expect(main(officer)).toContainText('¥12,000.00');
  await expect(main(officer)).toContainText('如果今天全部损失');
  await expect(officer.getByText('贷款目前正常，无需申请')).toBeVisible();

  await officer.goto(`/bank/loans/${loan}`);
  await officer.getByText('提出核销').click();
  const writeOff = officer.locator('#write-off-form');
  await writeOff.getByLabel('生效日期').fill(addDays(today, -20));
  await writeOff.getByLabel('原因').fill('店面停业，负责人失联。');
  await writeOff.getByRole('button').click();
  await expect(officer.getByText('核销待复核')).toBeVisible();
  const reviewer = await enter(browser, 'reviewer', `/bank/loans/${loan}`);
  await reviewer.getByRole('button', { name: '确认核销' }).click();
  await expect(reviewer.getByText('核销已生效。')).toBeVisible();
  await expect(reviewer.getByRole('table', { name: '贷款事项' })).toContainText('核销');

  await officer.goto(enrolment);
  await officer.getByLabel('损失认定日期').fill(addDays(today, -18));
  await officer.getByLabel('市场或经营原因').check();
  for (const document of ['催收记录', '损失认定书']) {
    await officer.getByLabel(`${document}：编号`).fill('粤〔2026〕18号');
    await officer.getByLabel(`${document}：日期`).fill(addDays(today, -18));
  }
  await officer.getByRole('button', { name: '提交申请' }).click();
  await expect(officer.getByText('申请已提交。')).toBeVisible();
  await expect(main(officer)).toContainText('已预留，待审核');
  await expect(main(officer)).toContainText('¥11,040.00');
  const claim = new URL(officer.url()).pathname.replace('/bank/', '/operator/');

  const maker = await enter(browser, 'operator-funds', claim);
  await maker.getByRole('button', { name: '提出结算意见' }).click();
  await expect(maker.getByText('结算意见已提出，等待另一人复核。')).toBeVisible();
  const checker = await enter(browser, 'operator-funds-b', claim);
  await checker.getByRole('button', { name: '复核通过并入账' }).click();
  await expect(checker.getByText('补偿已支付并入账。')).toBeVisible();

  await officer.reload();
  await officer.getByLabel('追回金额').fill('1100');
  await officer.getByLabel('费用').fill('100');
  await officer.getByRole('button', { name: '登记并分配' }).click();
  await expect(officer.getByRole('row', { name: /1,100\.00/ })).toContainText('¥400.00');
  const [pack] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('link', { name: /尽职免责材料/ }).click(),
  ]);
  expect(pack.suggestedFilename()).toMatch(/\.pdf$/);
});
