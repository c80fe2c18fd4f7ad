import { expect, type Page, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

/** Signs in afresh, whoever was there before. */
async function as(page: Page, login: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, login);
}

const sheet = (page: Page) => page.getByRole('main');

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
  await expect(page.getByText('结算意见已提出，等待另一人复核。')).toBeVisible();
  const address = page.url();

  await as(page, 'operator-funds-b');
  await page.goto(address);
  await page.getByRole('button', { name: '复核通过并入账' }).click();
  await expect(sheet(page)).toContainText('尚未为这件申请预留资金');
  await page.getByText('不同意').click();
  await page.getByLabel('意见').fill('熔断期内暂不结算。');
  await page.getByRole('button', { name: '退回意见' }).click();
  await expect(page.getByText('结算意见已退回。')).toBeVisible();
  await expect(sheet(page)).toContainText('排队中');
});
