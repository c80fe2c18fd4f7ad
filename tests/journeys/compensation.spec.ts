import { expect, type Page, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

/** Signs in afresh, whoever was there before. */
async function as(page: Page, login: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, login);
}

const sheet = (page: Page) => page.getByRole('main');

test('an enrolled loan defaulted, was claimed and paid; what comes back is split, and the pool shows it', async ({
  page,
}) => {
  await as(page, 'officer');
  await page.goto('/bank/claims?tab=claimed');
  const paid = page.getByRole('row', { name: /广州晨帆服饰/ });
  await expect(paid).toContainText('已补偿');
  await paid.getByRole('link').first().click();
  await expect(sheet(page)).toContainText('备案时确认的补偿');
  await expect(sheet(page)).toContainText('40%');
  await page.goto('/bank/claims?tab=claimed');
  await paid.getByRole('link', { name: '已补偿' }).click();
  await expect(sheet(page)).toContainText('为什么是这个金额');
  await expect(sheet(page)).toContainText('¥20,000.00');

  await page.getByLabel('追回金额').fill('1100');
  await page.getByLabel('费用').fill('100');
  await page.getByRole('button', { name: '登记并分配' }).click();
  await expect(page.getByRole('row', { name: /1,100\.00/ })).toContainText('¥400.00');
  const [pack] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /尽职免责材料/ }).click(),
  ]);
  expect(pack.suggestedFilename()).toMatch(/\.pdf$/);
});

test('the claim that would pass the fuse waits; two people settle, and nobody confirms their own', async ({
  page,
}) => {
  await as(page, 'operator-funds');
  await page.goto('/operator/pools');
  await page.getByRole('link', { name: /广州市普惠贷款风险补偿资金池/ }).click();
  const waiting = page.getByRole('row', { name: /广州云汀食品/ });
  await expect(waiting).toContainText('触发熔断');
  await waiting.getByRole('link').click();
  await page.getByRole('button', { name: '提出结算意见' }).click();
  await expect(sheet(page)).toContainText('需由另一位资金运营人员复核');
  const address = page.url();

  await as(page, 'operator-funds-b');
  await page.goto(address);
  await page.getByRole('button', { name: '复核通过并入账' }).click();
  await expect(sheet(page)).toContainText('尚未为这件申请预留资金');
  await page.getByText('不同意').click();
  await page.getByLabel('意见').fill('熔断期内暂不结算。');
  await page.getByRole('button', { name: '退回意见' }).click();
  await expect(sheet(page)).toContainText('排队中');
});
