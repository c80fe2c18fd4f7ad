import { expect, type Page, test } from '@playwright/test';
import { enter } from './cast.ts';

/** Applies for one product of the bank with two branches, to the branch named; the file's number. */
async function applyTo(firm: Page, branch: string): Promise<string> {
  await firm.goto('/my/needs/new');
  await firm.getByLabel('金额').fill(`9.${String(Date.now() % 100).padStart(2, '0')}`);
  await firm.getByLabel('用途').selectOption('working-capital');
  await firm.locator('main button[type="submit"]').last().click();
  await firm.waitForURL(/\/my\/needs\/[0-9a-f-]{36}$/);
  await firm.getByRole('checkbox', { name: '选择银税信用贷' }).check();
  await firm.getByRole('button', { name: '申请所选产品' }).click();
  await firm.getByLabel('桥头银行（演示）的办理支行').selectOption({ label: branch });
  await firm.getByLabel(/我同意授权桥头银行/).check();
  await firm.getByRole('button', { name: /签署授权并提交/ }).click();
  await expect(firm.getByText('已提交 1 笔申请')).toBeVisible();
  const row = firm.getByRole('row').filter({ hasText: '银税信用贷' }).filter({ hasText: '已提交' });
  const href = await row.getByRole('link').first().getAttribute('href');
  return href?.split('/').at(-1) ?? '';
}

test('a firm chooses a branch; another branch sees nothing until the head office transfers, and then asks for a consent', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const firm = await enter(browser, 'logistics-owner');
  const id = await applyTo(firm, '城东支行');
  await firm.goto(`/my/applications/${id}`);
  await expect(firm.getByText('桥头银行（演示） · 城东支行')).toBeVisible();

  const file = `/bank/applications/${id}`;
  const east = await enter(browser, 'officer-east', file);
  await expect(east.getByText(/依企业授权查看 \d+ 项数据/)).toBeVisible();
  const west = await enter(browser, 'officer-west', '/bank');
  await expect(west.locator(`a[href="${file}"]`)).toHaveCount(0);
  expect((await west.goto(file))?.status()).toBe(404);

  const head = await enter(browser, 'reviewer', file);
  await head.getByText('移交', { exact: true }).first().click();
  await head.getByLabel('办理机构').selectOption({ label: '城西支行' });
  await head.getByLabel(/移交原因/).fill('客户在城西经营');
  await head.getByRole('button', { name: '移交' }).click();
  await expect(head.getByText('已移交。')).toBeVisible();
  expect((await east.goto(file))?.status()).toBe(404);
  await west.goto(file);
  await expect(west.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(west.getByText(/依企业授权查看/)).toHaveCount(0);

  await firm.reload();
  await expect(firm.getByText('桥头银行（演示） · 城西支行')).toBeVisible();
  await firm.getByText('撤回申请', { exact: true }).click();
  await firm.getByRole('button', { name: '确认撤回' }).click();
  await expect(firm.getByText('申请已撤回。')).toBeVisible();
});

test('the administrator adds a branch with its area, places nobody there and closes it', async ({
  browser,
}) => {
  const admin = await enter(browser, 'bank-admin', '/bank/branches');
  await expect(admin.getByRole('row', { name: /城东支行/ })).toBeVisible();
  const name = `临时支行${Date.now() % 100_000}`;
  await admin.getByLabel('名称', { exact: true }).fill(name);
  await admin.getByLabel('英文名称').fill(`Pop-up ${name.slice(4)}`);
  await admin.getByLabel('服务区域的行政区划代码').fill('999999');
  await admin.getByRole('button', { name: '增加分支机构' }).click();
  await expect(admin.getByText('没有这个行政区划代码').first()).toBeVisible();
  await admin.getByLabel('服务区域的行政区划代码').fill('640500');
  await admin.getByRole('button', { name: '增加分支机构' }).click();
  await expect(admin.getByText('已增加分支机构。')).toBeVisible();
  const row = admin.getByRole('row', { name });
  await expect(row).toContainText('中卫市');
  await row.getByText('撤销').first().click();
  await row.getByRole('button', { name: '撤销' }).click();
  await expect(admin.getByText('已撤销分支机构。')).toBeVisible();
  await expect(row).toContainText('已撤销');
});
