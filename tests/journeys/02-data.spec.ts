import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('a firm sees all that is held of it, down to a corrected record, and who looked', async ({ page }) => {
  await signIn(page, 'owner');
  await page.goto('/my/data');
  const penalties = page.getByRole('row', { name: /行政处罚信息/ });
  await expect(penalties).toContainText('发展');
  await penalties.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('行政处罚信息');
  await expect(page.getByText('兴市监处罚〔2026〕87号')).toBeVisible();
  await expect(page.getByText('轻微').first()).toBeVisible();

  await page.goto('/my/data/utility.water-arrears');
  await expect(page.getByRole('row', { name: /1,860\.40/ }).first()).toBeVisible();

  await page.goto('/my/data/readers');
  const readers = page.getByRole('table');
  await expect(readers).toContainText('孙经理');
  await expect(readers).toContainText('河洲农商银行');
  await expect(readers).toContainText('贷前审查');
});

test('a firm adds what no department holds, under its promise, and is told how to correct it', async ({
  page,
}) => {
  await signIn(page, 'owner');
  await page.goto('/my/declaration');
  await page.getByLabel('在手订单').fill('86.5');
  await page.getByRole('button', { name: '签署并申报' }).click();
  await expect(page.getByText('请阅读并勾选信用承诺。').first()).toBeVisible();
  await page.getByLabel('我已阅读，并代表企业作出以上承诺').check();
  await page.getByRole('button', { name: '签署并申报' }).click();
  await expect(page.getByText('已签署并申报')).toBeVisible();
  await expect(page.getByText('有效 · 未经核实').first()).toBeVisible();
  await page.goto('/my/data/declared.figures');
  await expect(page.getByText('这是贵企业自己申报的')).toBeVisible();
});
