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
