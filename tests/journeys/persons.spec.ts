import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('a person signs for themselves on a phone, and has everything erased', async ({ browser, page }) => {
  await signIn(page, 'owner');
  await page.goto('/my/persons');
  await page.getByLabel('姓名').fill('顾南枝');
  await page.getByLabel('与企业的关系').selectOption('owner');
  await page.getByLabel('授权给').selectOption({ label: '桥头银行（演示）' });
  await page.getByRole('button', { name: '生成本人链接' }).click();
  await expect(page.getByText('请填写持股比例。').first()).toBeVisible();
  await page.getByLabel('持股比例').fill('30');
  await page.getByRole('button', { name: '生成本人链接' }).click();
  const link = await page.locator('code[title*="/person/"]').getAttribute('title');

  const phone = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const own = await phone.newPage();
  await own.goto(link ?? '');
  await own
    .getByRole('checkbox', { name: /住房公积金/ })
    .first()
    .check();
  await own.getByLabel('身份证号码').fill('11010519491231002X');
  await own.getByLabel(/我已阅读/).check();
  await own.getByRole('button', { name: '签署本人授权' }).click();
  await expect(own.getByText('授权已签署，立即生效')).toBeVisible();

  const report = own.locator('#report-form');
  await report.getByRole('textbox').fill('11010519491231002X');
  await report.getByRole('button', { name: '查看我的信息' }).click();
  await expect(own.getByText('平台没有存有您的记录。')).toBeVisible();
  await expect(own.getByRole('link', { name: '导出全部（JSON）' })).toBeVisible();

  await own.getByText('删除我的信息').first().click();
  const erase = own.locator('#erase-form');
  await erase.getByRole('textbox').fill('110105194912310021');
  await erase.getByRole('button', { name: '删除我的信息' }).click();
  await expect(own.getByText('身份证号码不正确').first()).toBeVisible();
  await own.locator('#erase-form').getByRole('textbox').fill('11010519491231002X');
  await own.locator('#erase-form').getByRole('button', { name: '删除我的信息' }).click();
  await expect(own.getByText('您的信息已删除')).toBeVisible();
  await phone.close();

  await page.goto('/my/persons');
  await expect(page.getByRole('row', { name: /已删除.*股东/ }).first()).toBeVisible();
  await expect(page.getByText('顾')).toHaveCount(0);
});

test('a person who refuses is not asked again for the same bank and purpose', async ({ browser, page }) => {
  const name = `秦拒${Date.now() % 100_000}`;
  const ask = async () => {
    await page.goto('/my/persons');
    await page.getByLabel('姓名').fill(name);
    await page.getByLabel('与企业的关系').selectOption('spouse');
    await page.getByLabel('授权给').selectOption({ label: '桥头银行（演示）' });
    await page.getByRole('button', { name: '生成本人链接' }).click();
  };
  await signIn(page, 'owner');
  await ask();
  const link = await page.locator('code[title*="/person/"]').getAttribute('title');
  const own = await (await browser.newContext({ viewport: { width: 360, height: 780 } })).newPage();
  await own.goto(link ?? '');
  await own.locator('summary').filter({ hasText: '拒绝这次请求' }).click();
  await own.getByRole('button', { name: '拒绝这次请求' }).click();
  await expect(own.getByText('您已拒绝这次请求')).toBeVisible();
  await ask();
  await expect(page.getByText(/本人已拒绝这家银行的同一用途请求/).first()).toBeVisible();
  await page.goto('/my/persons');
  await expect(page.getByRole('row', { name: /本人已拒绝.*不得再次请求/ }).first()).toBeVisible();
});
