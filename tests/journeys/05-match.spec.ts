import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('a need is matched with the whole shelf: cost in yuan, and every condition answered', async ({
  page,
}) => {
  await signIn(page, 'trader');
  await page.goto('/my/needs/new');
  await page.getByLabel('金额').fill('8');
  await page.getByLabel('期限').fill('12');
  await page.getByLabel('用途').selectOption({ label: '流动资金周转' });
  await page.getByRole('button', { name: '匹配产品' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('匹配结果');

  const fits = page.getByRole('article', { name: '小店贷' });
  await expect(fits).toContainText(/净成本¥[\d,.]+/);
  await expect(fits).toContainText(/条件 (\d+)\/\1 已符合/);
  const shut = page.getByRole('article', { name: '初创启航贷' });
  await shut.getByText(/条不符合/).click();
  await expect(shut.getByText(/成立.*月/).first()).toBeVisible();

  await page.getByRole('link', { name: /公开产品示例 50/ }).click();
  await expect(page.getByText('不能在本平台申请').first()).toBeVisible();
});

test('anybody searches the shelf in Chinese and narrows it by zone', async ({ page }) => {
  await page.goto('/products');
  await page.getByRole('searchbox', { name: '搜索' }).fill('设备更新');
  await page.getByRole('button', { name: '应用筛选' }).click();
  await expect(page.getByRole('row', { name: /设备更新贷/ })).toBeVisible();
  await page.goto('/products');
  await page
    .getByRole('link', { name: /乡村振兴/ })
    .first()
    .click();
  await expect(page.getByText('共 5 个产品')).toBeVisible();
  await page
    .getByRole('row', { name: /节水贷/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('节水贷');
});
