import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('a firm reads its score down to the record, beside the public one, and an old sheet', async ({
  page,
}) => {
  await signIn(page, 'owner-loan');
  await page.goto('/my/score');
  await expect(page.getByRole('heading', { level: 1, name: '我的信用评分' })).toBeVisible();
  await expect(page.getByText(/^[\d.]+ 分，等级 [A-D]\+?，满分 1000 分。$/)).toBeVisible();

  const reasons = page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({ hasText: '主要原因与改进办法' });
  expect(await reasons.getByRole('listitem').count()).toBeLessThanOrEqual(4);

  await page.locator('summary').filter({ hasText: '经营活力' }).click();
  await page.locator('summary').filter({ hasText: '登记年限' }).click();
  await expect(page.getByText(/来源：省市场监督管理局.*入库/).first()).toBeVisible();

  await page.getByRole('link', { name: '公开评分', exact: true }).click();
  await expect(page).toHaveURL(/scope=public/);
  await expect(page.getByText('仅公开数据')).toBeVisible();
  await expect(page.getByText('未授权评价使用').first()).toBeVisible();

  await page.locator('#history tbody a').last().click();
  await expect(page.getByRole('heading', { level: 1, name: '历史评分单' })).toBeVisible();
  await expect(page.getByText(/不会再变/)).toBeVisible();
});

test('too little known is said plainly, with the way on', async ({ page }) => {
  await signIn(page, 'owner-new');
  await page.goto('/my/score');
  await expect(page.getByText('信息不足，暂不评分')).toBeVisible();
  await expect(page.getByText(/信息不足不是差评/)).toBeVisible();
  await expect(page.getByText('登记部门尚未确认企业').first()).toBeVisible();
  await page.getByRole('link', { name: '授权评价使用' }).first().click();
  await expect(page).toHaveURL(/\/my\/consents\/new\?for=evaluation/);
});

test('anybody reads the whole card, without scripts too', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en' });
  const page = await context.newPage();
  await page.goto(`${baseURL}/how-scoring-works`);
  await expect(page.getByRole('heading', { level: 1, name: 'How scoring works' })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'Ordinary penalties, last 24 months' });
  await expect(row).toContainText('none 40');
  await expect(row).toContainText('unknown 24');
  await context.close();
});
