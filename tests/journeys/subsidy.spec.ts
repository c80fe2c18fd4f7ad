import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

test('a subsidy is explained to the firm that receives it', async ({ browser }) => {
  const owner = await enter(browser, 'owner-loan', '/my/subsidies');
  const paid = owner.getByText('已收到').locator('xpath=following-sibling::dd').first();
  await expect(paid).toContainText(/¥[1-9]/);
  await expect(owner.getByText(/为什么是 ¥/).first()).toBeVisible();
  await expect(owner.getByText('放款以来全部余额按政策贴息率计算').first()).toBeVisible();
});

test('an insurer accepts what a bank asked for, by two persons, and takes its premium', async ({
  browser,
}) => {
  const officer = await enter(browser, 'insurer', '/guarantee');
  // Tried again, the request is answered already and the contract is in force.
  if ((await officer.getByRole('table').getByRole('link').count()) > 0) {
    await officer.getByRole('table').getByRole('link').first().click();
    await officer.getByLabel('年费率').fill('1.2');
    await officer.getByRole('button', { name: '提出承保' }).click();
    await expect(officer.getByText('已提出承保意见，等待复核。')).toBeVisible();

    const reviewer = await enter(browser, 'insurer-reviewer', '/guarantee');
    await reviewer.getByRole('table').getByRole('link').first().click();
    await reviewer.getByRole('button', { name: '复核通过' }).click();
    await expect(reviewer.getByText('合同已生效并通知银行。')).toBeVisible();
    await expect(reviewer.getByText('80 天')).toBeVisible();
  }
  await officer.goto('/guarantee/contracts');
  await officer.getByRole('table').getByRole('link').first().click();
  await officer.getByLabel('类型').selectOption('fee');
  await officer.getByLabel('金额').fill('0.01');
  await officer.getByRole('button', { name: '登记', exact: true }).click();
  await expect(officer.getByText('已登记，正在记账。')).toBeVisible();
  await expect(officer.getByRole('cell', { name: '收取费用' }).first()).toBeVisible();
});
