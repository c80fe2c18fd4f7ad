import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('a firm reads its score down to the record that lowered it', async ({ page }) => {
  await signIn(page, 'owner');
  await page.goto('/my/score');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的信用评分');
  await expect(
    page.getByText('完整评分 公开数据与您授权的数据').or(page.getByText('公开数据与您授权的数据')),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: '各维度得分' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '哪些加分，哪些减分' })).toBeVisible();
  const reasons = page.getByText('怎么办');
  expect(await reasons.count()).toBeGreaterThan(0);
  expect(await reasons.count()).toBeLessThanOrEqual(4);

  await page.getByRole('heading', { name: /遵纪守法/ }).click();
  await page.getByText('近 12 个月轻微行政处罚：1 条').click();
  await expect(page.getByText('罚没金额 ¥2,000.00').first()).toBeVisible();
  await expect(page.getByText(/来源：.*入库/).first()).toBeVisible();

  await page
    .getByRole('row', { name: /授权生效/ })
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('历史评分单');
  await page.goto('/my/score');
  await page.getByRole('link', { name: '公开评分' }).click();
  await expect(page.getByText('仅公开数据')).toBeVisible();
});

test('a start-up is told that too little is known, not that it is bad', async ({ page }) => {
  await signIn(page, 'owner-new');
  await page.goto('/my/score');
  await expect(page.getByText('信息不足，暂不评分').first()).toBeVisible();
  await expect(page.getByText('这不是不良评价').first()).toBeVisible();
  await expect(page.getByText('哪些信息可以补上')).toBeVisible();
});
