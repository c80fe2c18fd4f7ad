import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

const reason = '查询超出授权用途，暂停核查';
const suspended = '所在机构已被暂停接入';

test('a bank enters, reads once it is approved, and not while it is suspended', async ({ browser }) => {
  const security = await enter(browser, 'security', '/operator/institutions/new');
  await security.getByLabel('中文名称').fill('沙湖银行（演示）');
  await security.getByLabel('英文名称').fill('Shahu Bank (demo)');
  await security.getByLabel('机构代码').fill('bank-shahu');
  await security.getByLabel('联系方式').fill('0952-7654321');
  await security.getByLabel('首位人员姓名').fill('沙管理');
  await security.getByRole('button', { name: '登记并生成邀请链接' }).click();
  const link = (await security.getByText(/https?:.*\/invite\//).innerText()).trim();
  await security.reload();
  await expect(security.getByText(link)).toBeHidden();

  const admin = await (await browser.newContext()).newPage();
  await admin.goto(link);
  await admin.getByLabel('登录名').fill('shahu-admin');
  await admin.getByLabel('设置密码').fill('Lake-and-Sand-7');
  await admin.getByRole('button', { name: '创建账户并进入' }).click();
  await expect(admin.getByText('所在机构尚未获准接入')).toBeVisible();

  const until = security.getByLabel('有效至');
  await until.fill(monthAfter(await until.getAttribute('min')));
  await security.getByLabel('评估日期').fill('2026-11-20');
  await security.getByLabel('评估机构').fill('宁夏网络安全测评中心');
  await security.getByLabel('报告编号').fill('NX-2026-118');
  await security.getByRole('button', { name: '批准接入' }).click();
  await expect(security.getByText('没有报告的评估不能登记').first()).toBeVisible();
  await security.getByLabel('评估报告').setInputFiles({
    ...{ name: '评估报告-全卷.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.alloc(11_000_000, '%PDF-1.7 '),
  });
  await security.getByRole('button', { name: '批准接入' }).click();
  await expect(security.getByText('文件太大，没有接收').first()).toBeVisible();
  await expect(security.getByLabel('报告编号')).toHaveValue('NX-2026-118');
  await security.getByLabel('评估报告').setInputFiles({
    name: '安全评估报告.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  });
  await security.getByRole('button', { name: '批准接入' }).click();
  await expect(security.getByText('已批准接入')).toBeVisible();
  await admin.goto('/bank/people');
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('人员');
  const report = admin.waitForEvent('download');
  await admin.getByRole('link', { name: '安全评估报告.pdf', exact: true }).click();
  expect((await report).suggestedFilename()).toBe('安全评估报告.pdf');

  await security.locator('summary', { hasText: '暂停机构' }).click();
  await security.getByLabel('原因').fill(reason);
  await security.getByRole('button', { name: '暂停机构' }).click();
  await expect(security.getByText('已暂停，')).toBeVisible();
  await admin.reload();
  await expect(admin.getByText(suspended)).toBeVisible();

  await security.locator('summary', { hasText: '恢复机构' }).click();
  await security.getByRole('button', { name: '恢复机构' }).click();
  await expect(security.getByText('已恢复。')).toBeVisible();
  await expect(security.getByText(reason).first()).toBeVisible();
  await admin.reload();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('人员');
});

/** Thirty days after the first day that an assessment may end on. */
const monthAfter = (least: string | null): string =>
  new Date(Date.parse(`${least}T00:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10);

test('the audit desk finds who signed in, has the chains verified and takes the lines away', async ({
  browser,
}) => {
  const audit = await enter(browser, 'audit', '/operator/audit');
  await audit.getByLabel('操作', { exact: true }).selectOption({ label: '登录' });
  await audit.getByRole('button', { name: '应用筛选' }).click();
  await expect(audit.getByRole('rowheader', { name: '登录' }).first()).toBeVisible();
  await audit.getByRole('button', { name: '现在验证' }).click();
  await expect(audit.getByText('已开始验证')).toBeVisible();
  await expect(async () => {
    await audit.goto('/operator/audit');
    await expect(audit.getByText('审计链完整')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  const download = audit.waitForEvent('download');
  await audit.getByRole('link', { name: '导出 CSV' }).click();
  expect((await download).suggestedFilename()).toBe('audit.csv');
});
