import { expect, test } from '@playwright/test';
import { synthesiseUscc } from '../../app/domain/enterprise/uscc.ts';
import { demoPassword as password } from '../../prisma/seed/accounts.ts';
import { usccOf } from '../../prisma/seed/scenarios/named-firms.ts';

const valid = synthesiseUscc({ regionCode: '640104', serial: 5_001 });
const mistyped = `${valid.slice(0, 17)}${valid.endsWith('8') ? '9' : '8'}`;

test('a firm registers with a code whose check digit is wrong, and its owner brings a clerk', async ({
  page,
  browser,
}) => {
  await page.goto('/register');
  await page.getByLabel('统一社会信用代码').fill(mistyped);
  await expect(page.getByText('最后一位校验码与前 17 位不符')).toBeVisible();
  await expect(page.getByText('兴庆区')).toBeVisible();
  await page.getByLabel('名称', { exact: true }).fill('银川禾苗烘焙有限公司');
  await page.getByLabel('所在地区').fill('640104');
  await page.getByLabel('行业', { exact: true }).fill('1411');
  await page.getByLabel('从业人员').fill('26');
  await page.getByLabel('营业收入').fill('620');
  await page.getByLabel('资产总额').fill('480');
  await page.getByLabel('您的姓名').fill('禾掌柜');
  await page.getByLabel('登录名').fill('hemiao');
  await page.getByLabel('设置密码').fill(password);
  await page.getByRole('button', { name: '注册并进入' }).click();
  await expect(page.getByRole('alert')).toContainText('请对照营业执照，确认后再提交');

  await page.getByLabel('我已对照营业执照，代码无误').check();
  await page.getByLabel('设置密码').fill(password);
  await page.getByRole('button', { name: '注册并进入' }).click();
  await expect(page).toHaveURL(/\/my$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('银川禾苗烘焙有限公司');
  await page.goto('/my/profile');
  await expect(page.getByText('小型企业').first()).toBeVisible();

  await page.goto('/my/people');
  await page.getByLabel('姓名').fill('苗会计');
  await page.getByRole('radio', { name: '财务人员' }).check();
  await page.getByRole('button', { name: '生成邀请链接' }).click();
  const link = (await page.getByTitle(/\/invite\//).getAttribute('title')) ?? '';
  const clerk = await (await browser.newContext()).newPage();
  await clerk.goto(link);
  await clerk.getByLabel('登录名').fill('hemiao-clerk');
  await clerk.getByLabel('设置密码').fill(password);
  await clerk.getByRole('button', { name: '创建账户并进入' }).click();
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('银川禾苗烘焙有限公司');
});

test('a firm that is registered already is told so', async ({ page }) => {
  await page.goto('/register');
  await page.getByLabel('统一社会信用代码').fill(usccOf('bakery'));
  await page.getByLabel('名称', { exact: true }).fill('银川麦禾食品有限公司');
  await page.getByLabel('所在地区').fill('640104');
  await page.getByLabel('行业', { exact: true }).fill('1411');
  await page.getByLabel('您的姓名').fill('陌生人');
  await page.getByLabel('登录名').fill('stranger');
  await page.getByLabel('设置密码').fill(password);
  await page.getByRole('button', { name: '注册并进入' }).click();
  await expect(page.getByRole('alert')).toContainText('已');
  await expect(page).toHaveURL(/\/register/);
});

test('a sole trader reads the notice on personal information first', async ({ page }) => {
  await page.goto('/register');
  const code = synthesiseUscc({ regionCode: '640104', serial: 5_002, kind: 'sole-trader' });
  await page.getByLabel('统一社会信用代码').fill(code);
  await expect(page.getByText('个人信息处理告知')).toBeVisible();
  await expect(page.getByText('校验通过，没有异常。')).toBeVisible();
});
