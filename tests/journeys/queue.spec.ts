import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

test('the queue by keyboard: help, ticks, several applications assigned at once, a view kept and dropped', async ({
  browser,
}) => {
  const desk = await enter(browser, 'reviewer', '/bank?state=in-review');
  const ticks = desk.getByRole('checkbox', { name: /^选择/ });
  await expect(ticks.first()).toBeVisible();
  await desk.keyboard.press('?');
  await expect(desk.getByText('勾选或取消')).toBeVisible();
  await desk.keyboard.press('?');
  await expect(desk.getByText('勾选或取消')).toBeHidden();
  await desk.keyboard.press('j');
  await desk.keyboard.press('x');
  await expect(ticks.first()).toBeChecked();
  await desk.keyboard.press('a');
  const officers = desk.getByLabel('分派给');
  await expect(officers).toBeFocused();
  await officers.selectOption({ label: '陈经理' });
  await desk.getByRole('button', { name: '分派所选' }).click();
  await expect(desk.getByText('已分派 1 笔申请。')).toBeVisible();

  await desk.keyboard.press('/');
  const firm = desk.getByLabel('企业名称');
  await expect(firm).toBeFocused();
  await firm.fill('有限公司');
  await firm.press('Enter');
  await expect(desk).toHaveURL(/firm=/);
  const name = `公司 ${Date.now() % 100_000}`;
  await desk.getByText('保存视图', { exact: true }).click();
  await desk.getByLabel('名称', { exact: true }).fill(name);
  await desk.getByRole('button', { name: '保存当前筛选' }).click();
  await expect(desk.getByText('视图已保存。')).toBeVisible();
  await desk.goto('/bank');
  await desk.getByRole('navigation', { name: '我的视图' }).getByRole('link', { name, exact: true }).click();
  await expect(desk).toHaveURL(/firm=/);
  await expect(firm).toHaveValue('有限公司');
  await desk.getByText('保存视图', { exact: true }).click();
  await desk.getByRole('button', { name: `删除“${name}”` }).click();
  await expect(desk.getByRole('link', { name, exact: true })).toHaveCount(0);
});

test('links of rows and of the menu open within the page, or where the reader asks for', async ({
  browser,
}) => {
  const desk = await enter(browser, 'reviewer', '/bank?state=in-review');
  await desk.evaluate(() => Object.assign(window, { kept: true }));
  const isKept = () => desk.evaluate(() => 'kept' in window);
  const row = desk.locator('main table tbody a').first();
  const tab = desk.context().waitForEvent('page');
  await row.click({ modifiers: ['ControlOrMeta'] });
  await (await tab).close();
  await expect(desk).toHaveURL(/state=in-review/);
  await row.press('Enter');
  await expect(desk).toHaveURL(/applications\//);
  expect(await isKept()).toBe(true);
  await desk.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '贷款组合' }).click();
  await expect(desk).toHaveURL(/bank\/loans/);
  expect(await isKept()).toBe(true);
  await desk.goBack();
  await desk.goBack();
  await expect(desk).toHaveURL(/state=in-review/);
  expect(await isKept()).toBe(true);
});

test('a firm finds on its loan what a renewal asks, and asks for it', async ({ browser }) => {
  const owner = await enter(browser, 'logistics-owner', '/my/loans');
  await owner
    .getByRole('row', { name: /桥头银行/ })
    .getByRole('link')
    .first()
    .click();
  await expect(owner.getByRole('heading', { name: '无还本续贷' })).toBeVisible();
  await expect(owner.getByText('在可申请的期间内')).toBeVisible();
  const [ask, asked] = [
    owner.getByRole('link', { name: '申请续贷' }),
    owner.getByRole('link', { name: '查看续贷申请' }),
  ];
  await expect(ask.or(asked)).toBeVisible();
  if (await ask.isVisible()) {
    const loan = owner.url();
    await ask.click();
    await expect(owner.getByText('申请金额不超过未还本金。')).toBeVisible();
    await owner.getByLabel(/我同意授权/).check();
    const send = owner.getByRole('button', { name: '签署授权并提交 1 笔申请' });
    await send.click();
    const sent = owner.getByText('已提交 1 笔申请');
    const beside = owner.getByLabel('我已核对，情况属实，请转交'); // another journey of the firm may have one open at the bank
    await expect(sent.or(beside)).toBeVisible();
    if (await beside.isVisible()) {
      await beside.check();
      await send.click();
    }
    await expect(sent).toBeVisible();
    await owner.goto(loan);
  }
  await asked.click();
  await expect(owner.getByText('续贷的原贷款')).toBeVisible();
});
