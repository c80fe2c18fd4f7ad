import { expect, test } from '@playwright/test';
import { testDay } from '../today.ts';
import { signIn } from './sign-in.ts';

const header = '合同编号,还款日期,类型,本金,利息,罚息,流水号';
const file = (name: string, ...rows: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows].join('\r\n')),
});

test('a bank uploads its monthly file, mends a row, books a prepayment, and the firm sees the new schedule', async ({
  page,
}) => {
  await signIn(page, 'owner-loan');
  await page.goto('/my/loans');
  const link = page
    .getByRole('row', { name: /桥头银行/ })
    .getByRole('link')
    .first();
  const contract = (await link.textContent())?.trim() ?? '';
  await link.click();
  await expect(page.getByText('下次应还')).toBeVisible();
  const loan = page.url().split('/').at(-1) ?? '';
  await page.context().clearCookies();

  await signIn(page, 'officer');
  const upload = async (sent: ReturnType<typeof file>) => {
    await page.goto('/bank/payments');
    await page.getByLabel('CSV 或 XLSX 文件', { exact: true }).setInputFiles(sent);
    await page.getByRole('button', { name: '上传并入账' }).click();
  };
  const good = `${contract},${testDay},还款,200.00,10.00,,QT-1`;
  await upload(file('十一月.csv', good, `${contract},${testDay},还款,一千,0,,QT-2`));
  const rejects = page.getByRole('table', { name: '退回的行' });
  await expect(rejects.getByRole('row').nth(1)).toContainText('不是金额');
  await expect(rejects.getByRole('row').nth(1)).toContainText('本金');
  await upload(file('十一月-改.csv', good, `${contract},${testDay},还款,1000,0,,QT-2`));
  await expect(page.getByText('全部入账，没有退回的行')).toBeVisible();

  await page.goto(`/bank/loans/${loan}`);
  await page.getByLabel('还款方式', { exact: true }).selectOption('shorter-term');
  await page.getByLabel('本金', { exact: true }).fill('50000');
  await page.getByLabel('利息', { exact: true }).fill('0');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('还款已登记，分类与逾期天数已更新。')).toBeVisible();
  await page.context().clearCookies();

  await signIn(page, 'owner-loan');
  await page.goto(`/my/loans/${loan}`);
  const schedule = page.getByRole('table', { name: '还款计划' });
  await expect(schedule.getByRole('row').filter({ hasText: '提前归还' }).last()).toContainText('¥50,000.00');
  await expect(page.getByRole('table', { name: '贷款事项' })).toContainText('QT-2');
});
