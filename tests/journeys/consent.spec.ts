import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('a firm consents for a bank, proves it with the receipt, pauses and resumes it, and withdraws in two clicks without scripts', async ({
  browser,
  page,
}) => {
  await signIn(page, 'owner-new');
  await page.goto('/my/consents/new?for=bank');
  await page.getByRole('radio', { name: '河洲农商银行' }).check();
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByText('data@hezhou.example').first()).toBeVisible();
  await expect(page.getByText('涉及个人的数据不在授权之内')).toBeVisible();

  await page.getByRole('button', { name: '签署授权' }).click();
  await expect(page.getByText('请勾选同意后再签署。').first()).toBeVisible();
  await page.getByLabel(/我已阅读并代表本企业同意/).check();
  await page.getByRole('button', { name: '签署授权' }).click();
  await expect(page.getByText('授权已签署，立即生效')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: /河洲农商银行/ })).toBeVisible();

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载回执' }).click();
  const receipt = readFileSync(await (await waiting).path(), 'utf8');
  await page.goto('/verify-receipt');
  await page.getByLabel('回执内容').fill(receipt);
  await page.getByRole('button', { name: '验证' }).click();
  await expect(page.getByText('回执有效，未被改动')).toBeVisible();
  await page.goto('/verify-receipt');
  await page
    .getByLabel('回执内容')
    .fill(receipt.replace('\\"retentionDays\\":90', '\\"retentionDays\\":900'));
  await page.getByRole('button', { name: '验证' }).click();
  await expect(page.getByText('回执已被改动')).toBeVisible();

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const bare = await plain.newPage();
  await bare.goto(new URL('/my/consents', page.url()).href);
  const line = bare.getByRole('row').filter({ hasText: '河洲农商银行' });
  await line.locator('summary', { hasText: '暂停' }).click();
  await line.getByRole('button', { name: '确认暂停' }).click();
  await expect(bare.getByText('授权已暂停，立即生效')).toBeVisible();
  await expect(line.getByText('已暂停', { exact: true })).toBeVisible();
  await line.getByRole('button', { name: '恢复' }).click();
  await expect(bare.getByText('授权已恢复，可以继续查询')).toBeVisible();
  await line.locator('summary', { hasText: '撤回' }).click();
  await line.getByRole('button', { name: '确认撤回' }).click();
  await expect(bare.getByText('授权已撤回，立即生效')).toBeVisible();
  await expect(bare.getByRole('row').filter({ hasText: '河洲农商银行' }).getByText('已撤回')).toBeVisible();
  await plain.close();
});

test('a bank confirms that it stopped and deleted what a withdrawn consent had opened', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/bank/withdrawals');
  const line = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: '确认已停止使用' }) })
    .first();
  const firm = await line.getByRole('rowheader').innerText();
  await line.getByRole('button', { name: '确认已停止使用' }).click();
  const next = page.getByRole('row').filter({ hasText: firm });
  await next.getByRole('button', { name: '确认已删除' }).first().click();
  await expect(page.getByText('回执已记录')).toBeVisible();
});

test('an application whose consent was withdrawn opens without the data, and says when', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/bank');
  const line = page.getByRole('row').filter({ hasText: '授权已失效' }).first();
  await line.getByRole('link').click();
  await expect(page.getByText('企业数据不可查看')).toBeVisible();
  await expect(page.getByText(/企业已于 \d{4}-\d{2}-\d{2} \d{2}:\d{2} 撤回授权/)).toBeVisible();
  await expect(page.getByText('登记信息（公开）')).toBeVisible();
});
