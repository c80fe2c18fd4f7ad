import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('a trader opens its records to one bank, keeps a receipt that verifies, and withdraws in two clicks', async ({
  page,
}) => {
  await signIn(page, 'trader');
  await page.goto('/my/consents/new?for=bank');
  await page.getByRole('radio', { name: /星海科技银行/ }).check();
  await page.getByRole('button', { name: '继续' }).click();
  await expect(page.getByText('涉及个人的数据不在授权之内')).toBeVisible();
  await page.getByLabel(/我已阅读并代表本企业同意授权星海科技银行/).check();
  await page.getByRole('button', { name: '签署授权' }).click();
  await expect(page.getByText('授权已签署，立即生效。')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载回执' }).click();
  const receipt = await readFile(await (await download).path(), 'utf8');
  expect(JSON.parse(receipt)).toMatchObject({ format: 'xinqiao-receipt/1', withdrawal: null });
  await page.goto('/verify-receipt');
  await page.getByRole('textbox').fill(receipt);
  await page.getByRole('button', { name: /验证/ }).click();
  await expect(page.getByText(/验证通过|真实|有效/).first()).toBeVisible();

  await page.goto('/my/consents');
  const row = page.getByRole('row', { name: /星海科技银行/ });
  await row.getByText('撤回', { exact: true }).click();
  await row.getByRole('button', { name: '确认撤回' }).click();
  await expect(page.getByText('授权已撤回，立即生效。')).toBeVisible();
  await expect(page.getByRole('row', { name: /星海科技银行.*已撤回/ }).first()).toBeVisible();
});
