import { expect, test } from '@playwright/test';
import { addDays, day } from '../../app/domain/kernel/day.ts';
import { showDay } from '../../app/text/format.ts';
import { makeFirms } from '../../prisma/seed/province/firms.ts';
import { testDay } from '../today.ts';
import { signIn } from './sign-in.ts';

/** A firm of the province; its code does not depend on the day. */
const [firm] = makeFirms(1, day(testDay));
const columns = '统一社会信用代码,日期,金额,类别\n';
const csv = (rows: string) => ({
  name: '税款.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(columns + rows),
});

test('a department delivers, mends what was not taken, and the platform sees both', async ({ page }) => {
  await signIn(page, 'liaison-tax');
  await page.goto('/provider/upload');
  await page.getByLabel('数据项', { exact: true }).selectOption('tax.payment');
  await page
    .getByLabel('文件', { exact: true })
    .setInputFiles(csv(`${firm?.uscc},2026-10,"1,075.00",增值税\n${firm?.uscc},2025年13月,88.00,增值税\n`));
  await page.route('**/parts?offset=*', (part) => part.abort(), { times: 1 });
  await page.getByRole('button', { name: '报送' }).click();
  await expect(page.getByText('连接中断，1 秒后重试')).toBeVisible();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('批次：税款征收信息');
  const fault = page.getByRole('article').filter({ hasText: '日历上没有“2025年13月”' });
  await expect(fault).toContainText('第 2 行 · 列“日期”', { timeout: 15_000 });
  const batch = page.url();

  await fault.getByRole('link', { name: '改正后重新提交' }).click();
  await expect(page.getByLabel('日期', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('日期', { exact: true }).fill('2025年12月');
  await page.getByRole('button', { name: '提交这一条' }).click();
  await expect(page.getByText('全部记录都已接收或早已在库')).toBeVisible({ timeout: 15_000 });
  expect(page.url()).not.toBe(batch);

  await page.goto(batch);
  await expect(page.getByRole('link', { name: '已重新提交' })).toBeVisible();
  await page.goto('/provider');
  await expect(page.getByRole('row').filter({ hasText: '税款.csv' })).toHaveCount(2);
});

test('a file that is none is refused at the form, in words that say what to do', async ({ page }) => {
  await signIn(page, 'liaison-tax');
  await page.goto('/provider/upload');
  const send = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    await page.getByLabel('数据项', { exact: true }).selectOption('tax.payment');
    await page.getByLabel('文件', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: '报送' }).click();
  };
  await send({ name: '税款.csv', mimeType: 'text/csv', buffer: Buffer.from('PK\x03\x04 not a table') });
  await expect(page.getByText('这是压缩包，或是已损坏、加密的 Excel 工作簿')).toBeVisible();
  await send({ name: '税款.csv', mimeType: 'text/csv', buffer: Buffer.from('企业,月份\n某某,2026-10\n') });
  await expect(page.getByText('缺少列：“统一社会信用代码”、“日期”、“金额”')).toBeVisible();
});

test('the operator finds what waits, asks the rejects as a file, and sends them in again', async ({
  page,
}) => {
  await signIn(page, 'operator-data');
  await page.goto('/operator/providers');
  await expect(page.getByRole('row').filter({ hasText: '省税务局' })).toBeVisible();
  await page.goto('/operator/batches?waiting=yes');
  await page.getByRole('link', { name: '社会保险-参保信息' }).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载隔离记录（CSV）' }).click();
  expect((await download).suggestedFilename()).toMatch(/^rejects-.*\.csv$/);
  await page.locator('summary').filter({ hasText: '全部原样重新提交' }).click();
  await page.getByRole('button', { name: '全部原样重新提交' }).click();
  await expect(page.getByText('已作为新批次重新提交')).toBeVisible();
  await expect(page.getByText('来自批次')).toBeVisible();
});

test('a firm reads its own records as known on an earlier day, and who read them', async ({ page }) => {
  await signIn(page, 'owner');
  await page.goto('/my/data');
  await page.getByRole('link', { name: '税款征收信息' }).click();
  await expect(page.getByRole('columnheader', { name: '实缴税额' })).toBeVisible();
  const shown = page.getByText(/共 \d+ 条/);
  const now = (await shown.textContent()) ?? '';
  const earlier = addDays(day(testDay), -140);
  await page.getByLabel('按当时所知查看').fill(earlier);
  await page.getByRole('button', { name: '应用筛选' }).click();
  await expect(page.getByText(`截至 ${showDay(earlier, 'zh-CN')} 平台所知的内容`)).toBeVisible();
  await expect(shown).not.toHaveText(now);
  await page.goto('/my/data');
  await page.getByRole('link', { name: '谁看过、为什么' }).click();
  await expect(page.getByRole('row').filter({ hasText: '银行' }).first()).toBeVisible();
});
