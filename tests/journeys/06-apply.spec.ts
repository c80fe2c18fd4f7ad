import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

const sheet = { name: '流水.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 statement') };

test('a trader applies to two banks at once with a document, and takes one back', async ({ page }) => {
  await signIn(page, 'trader');
  await page.goto('/my/needs');
  await page
    .getByRole('row', { name: /15万元/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('checkbox', { name: '选择小店贷' }).check();
  await page.getByRole('checkbox', { name: '选择银税信用贷' }).check();
  await page.getByRole('button', { name: '申请所选产品' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('提交贷款申请');
  await page.getByLabel('申请材料').setInputFiles(sheet);
  await page.getByLabel(/我同意授权金水储蓄银行/).check();
  await page.getByRole('button', { name: '签署授权并提交 2 笔申请' }).click();
  await expect(page.getByRole('alert')).toContainText('银税信用贷');

  await page.getByLabel('申请材料').setInputFiles(sheet);
  await page.getByLabel(/我同意授权金水储蓄银行/).check();
  await page.getByLabel(/我同意授权桥头银行/).check();
  await page.getByRole('button', { name: '签署授权并提交 2 笔申请' }).click();
  await expect(page.getByText('已提交 2 笔申请')).toBeVisible();

  await page.goto('/my/applications');
  await expect(page.getByRole('row', { name: /金水储蓄银行.*已提交/ })).toBeVisible();
  await page
    .getByRole('row', { name: /桥头银行/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText('流水.pdf')).toBeVisible();
  await page.getByText('撤回申请', { exact: true }).click();
  await page.getByRole('button', { name: '确认撤回' }).click();
  await expect(page.getByText('申请已撤回。')).toBeVisible();
  await page.goto('/my/applications');
  await expect(page.getByRole('row', { name: /桥头银行.*已撤回/ })).toBeVisible();
});
