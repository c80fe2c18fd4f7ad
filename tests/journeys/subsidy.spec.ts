import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

test('a subsidy is explained to the firm, misused, taken back and returned', async ({ browser }) => {
  const owner = await enter(browser, 'owner-loan', '/my/subsidies');
  const paid = owner.getByText('已收到').locator('xpath=following-sibling::dd').first();
  await expect(paid).toContainText(/¥[1-9]/);
  await expect(owner.getByText(/为什么是 ¥/).first()).toBeVisible();
  await expect(owner.getByText('放款以来全部余额按政策贴息率计算').first()).toBeVisible();

  const officer = await enter(browser, 'officer', '/bank/subsidies');
  await officer.getByRole('row', { name: /凌云/ }).getByRole('link').first().click();
  await officer.getByLabel('发生日期').fill('2026-10-08');
  await officer.getByLabel('说明').fill('部分资金转入理财账户。');
  await officer.getByRole('button', { name: '报告' }).click();
  await expect(officer.getByText('已报告，决定之前暂停付款。')).toBeVisible();

  const funds = await enter(browser, 'operator-funds', '/operator/reclaims');
  await funds.getByRole('row', { name: /凌云/ }).getByRole('link').first().click();
  await funds.getByRole('button', { name: '决定追回' }).click();
  await expect(funds.getByText('已决定追回并记账。')).toBeVisible();
  await funds.getByRole('button', { name: '登记退回款' }).click();
  await expect(funds.getByText('退回款已入账。')).toBeVisible();

  await owner.reload();
  await expect(paid).toContainText('¥0.00');
  await expect(owner.getByRole('row', { name: /套取贴息/ })).toContainText('已退回');
});

test('an insurer accepts what a bank asked for, by two persons', async ({ browser }) => {
  const officer = await enter(browser, 'insurer', '/guarantee');
  await officer.getByRole('table').getByRole('link').first().click();
  await officer.getByLabel('年费率').fill('1.2');
  await officer.getByRole('button', { name: '提出承保' }).click();
  await expect(officer.getByText('已提出承保意见，等待复核。')).toBeVisible();

  const reviewer = await enter(browser, 'insurer-reviewer', '/guarantee');
  await reviewer.getByRole('table').getByRole('link').first().click();
  await reviewer.getByRole('button', { name: '复核通过' }).click();
  await expect(reviewer.getByText('合同已生效并通知银行。')).toBeVisible();
  await expect(reviewer.getByText('80 天')).toBeVisible();
});
