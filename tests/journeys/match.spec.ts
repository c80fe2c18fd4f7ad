import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('a visitor finds a product on the shelf and works out what it costs', async ({ page }) => {
  await page.goto('/products');
  await expect(page.getByText('共 74 个产品')).toBeVisible();
  await page.getByLabel('搜索').fill('知识产权');
  await page.getByRole('button', { name: '应用筛选' }).click();
  await expect(page.getByText(/与“知识产权”有关的产品 \d+ 个/)).toBeVisible();
  await page
    .getByRole('navigation', { name: '产品专区' })
    .getByRole('link', { name: /科技金融/ })
    .click();
  await expect(page).toHaveURL(/q=.*&zone=technology|zone=technology.*&q=/);
  await page.getByRole('link', { name: '知识产权质押贷', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('知识产权质押贷');

  await page.getByLabel('需要金额').fill('100');
  await page.getByLabel('需要期限').fill('24');
  await page.getByRole('button', { name: '计算' }).click();
  await expect(page).toHaveURL(/amount=100&term=24/);
  // 1,000,000 yuan over 24 months at 3.75 % with interest monthly: 75,000 yuan, and a fee of 0.15 %
  await expect(page.getByText('¥76,500.00')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '有效发明专利' }).first()).toBeVisible();
});

test('an example is labelled, and shows how to reach the bank instead of applying', async ({ page }) => {
  await page.goto('/products?offer=example&q=%E5%B7%A5%E4%BF%A1%E5%BF%AB%E8%B4%B7');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByText('怎样联系这家银行')).toBeVisible();
  await expect(page.getByText(/来源可信度/)).toBeVisible();
  await expect(page.getByRole('link', { name: '匹配并申请' })).toHaveCount(0);
});

test('a firm states a need, reads how each product stands and goes on to apply', async ({ page }) => {
  await signIn(page, 'owner');
  await page.goto('/my/needs/new');
  await page.getByLabel('金额').fill('三十');
  await page.getByRole('button', { name: '匹配产品' }).click();
  await expect(page.getByRole('alert').or(page.getByText('有 1 处需要修改')).first()).toBeVisible();
  await page.getByLabel('金额').fill('23.5');
  await page.getByLabel('房地产抵押').check();
  await page.getByRole('button', { name: '匹配产品' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('匹配结果');
  await expect(page.getByText('23.5万元 · 12 个月 · 流动资金周转')).toBeVisible();
  await expect(page.getByText('怎样打开更多产品')).toBeVisible();
  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('checkbox') })
    .first();
  await card.locator('summary').click();
  await expect(card.getByText('正常经营（未注销、吊销、迁出）')).toBeVisible();

  const failing = page
    .getByRole('article')
    .filter({ hasNot: page.getByRole('checkbox') })
    .filter({ hasText: '不符合' });
  await failing.first().locator('summary').click();
  await expect(
    failing
      .first()
      .getByText(/即符合|起符合|符合$|无法通过补充材料改变|还差/)
      .first(),
  ).toBeVisible();

  await card.getByRole('checkbox').check();
  await page.getByRole('button', { name: '申请所选产品' }).click();
  await expect(page).toHaveURL(/\/my\/applications\/new\?need=[0-9a-f-]{36}&products=[0-9a-f-]{36}$/);
});

test('the same need twice leads to the open one, and examples stand apart', async ({ page }) => {
  await signIn(page, 'owner');
  const state = async () => {
    await page.goto('/my/needs/new');
    await page.getByLabel('金额').fill('17');
    await page.getByRole('button', { name: '匹配产品' }).click();
  };
  await state();
  await expect(page).toHaveURL(/\/my\/needs\/[0-9a-f-]{36}$/);
  const address = page.url();
  await state();
  await page.getByRole('link', { name: '打开那条需求' }).click();
  await expect(page).toHaveURL(address);
  await page.getByRole('link', { name: /公开产品示例/ }).click();
  await expect(page.getByText(/不能在本平台申请/)).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
