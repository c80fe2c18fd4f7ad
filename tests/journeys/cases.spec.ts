import { expect, type Page, test } from '@playwright/test';
import { usccOf } from '../../prisma/seed/scenarios/named-firms.ts';
import { enter } from './cast.ts';

const firm = '贺兰驿通物流有限公司';
const arrears = `${usccOf('logistics')},2026-11-17,58200.00,宁税欠告〔2026〕91号`;

/** The tax office delivers a file; nothing of it is quarantined. */
async function delivers(liaison: Page, name: string, lines: readonly string[]): Promise<void> {
  await liaison.goto('/provider/upload');
  await liaison.getByLabel('数据项').selectOption({ label: '企业欠税信息' });
  await liaison.getByLabel('文件', { exact: true }).setInputFiles({
    ...{ name, mimeType: 'text/csv' },
    buffer: Buffer.from(lines.join('\n')),
  });
  await liaison.getByRole('button', { name: '报送' }).click();
  await expect(liaison).toHaveURL(/\/provider\/batches\//, { timeout: 30_000 });
}

test('an alert gets an owner, is put aside, answered with a document, measured and cured', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const liaison = await enter(browser, 'liaison-tax');
  await delivers(liaison, '欠税公告-2026-11-b.csv', ['统一社会信用代码,日期,金额,文号', arrears]);

  const officer = await enter(browser, 'officer');
  const alert = officer.getByRole('row', { name: new RegExp(`${firm}.*欠税|欠税.*${firm}`) });
  await expect(async () => {
    await officer.goto(`/bank/alerts?find=${encodeURIComponent(firm)}`);
    await expect(alert).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(alert.getByText('陈经理')).toBeVisible();
  await officer.goto(`/bank/alerts?state=mine&find=${encodeURIComponent(firm)}`);
  await alert.getByRole('link').first().click();
  await officer.waitForURL(/\/bank\/alerts\/[\w-]+$/);
  const address = new URL(officer.url()).pathname;

  const snooze = officer.locator('details').filter({ has: officer.getByLabel('暂缓至') });
  await snooze.locator('summary').click();
  await officer.getByLabel('暂缓至').fill(await latest(officer));
  await officer.getByLabel('暂缓原因').fill('企业约定明日提供缴款书。');
  await officer.getByRole('button', { name: '暂缓' }).click();
  await expect(officer.getByText('案件已暂缓。')).toBeVisible();
  await officer.goto(`/bank/alerts?state=aside&find=${encodeURIComponent(firm)}`);
  await expect(alert.getByText('企业约定明日提供缴款书。')).toBeVisible();

  await officer.goto(address);
  await takes(officer, { kind: '压降额度', amount: '50000' });
  await expect(officer.getByText('前有权先说明。请等答复或期满').first()).toBeVisible();
  await expect(officer.getByLabel('为什么更轻的措施不够')).toHaveValue('走访和电话都没有结果。');

  const owner = await enter(browser, 'logistics-owner', address.replace('/bank/', '/my/'));
  await owner.getByLabel('说明内容').fill('税款已缴清，附缴款书。');
  await owner.getByLabel('附件').setInputFiles({
    ...{ name: '全部凭证.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.alloc(12_000_000, '%PDF-1.7 '),
  });
  await owner.getByRole('button', { name: '提交说明' }).click();
  await expect(owner.getByText('文件太大，没有接收').first()).toBeVisible();
  await expect(owner.getByLabel('说明内容')).toHaveValue('税款已缴清，附缴款书。');
  const big = { mimeType: 'application/pdf', buffer: Buffer.alloc(9_500_000, '%PDF-1.7 ') };
  await owner
    .getByLabel('附件')
    .setInputFiles(['一', '二', '三', '四'].map((part) => ({ ...big, name: `凭证${part}.pdf` })));
  await owner.getByRole('button', { name: '提交说明' }).click();
  await expect(owner.getByText('文件合计太大').first()).toBeVisible({ timeout: 20_000 });
  await owner.getByLabel('附件').setInputFiles({
    ...{ name: '缴款书.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF-1.7 缴款书'),
  });
  await owner.getByRole('button', { name: '提交说明' }).click();
  await expect(owner.getByText('说明已提交，银行会收到通知。')).toBeVisible();

  await officer.goto(address);
  const download = officer.waitForEvent('download');
  await officer.getByRole('link', { name: '缴款书.pdf', exact: true }).click();
  expect((await download).suggestedFilename()).toBe('缴款书.pdf');
  await takes(officer, { kind: '压降额度', amount: '50000' });
  await expect(officer.getByText('措施已登记，企业会收到通知。')).toBeVisible();
  await owner.reload();
  await expect(owner.getByRole('row', { name: /压降额度.*50,000/ })).toBeVisible();

  await delivers(liaison, '欠税公告-2026-11-c.csv', [
    '统一社会信用代码,日期,金额,文号,截止日期',
    `${arrears},2026-11-20`,
  ]);
  await expect(async () => {
    await owner.reload();
    await expect(owner.getByText('结论：事实已改正')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });

  await officer.goto(`/bank/alerts?state=closed&find=${encodeURIComponent(firm)}`);
  const file = officer.waitForEvent('download');
  await officer.getByRole('link', { name: '导出 CSV' }).click();
  expect((await file).suggestedFilename()).toBe('alerts.csv');
});

/** The latest day that the page allows. */
const latest = async (officer: Page): Promise<string> =>
  (await officer.getByLabel('暂缓至').getAttribute('max')) ?? '';

async function takes(officer: Page, { kind, amount }: { kind: string; amount: string }): Promise<void> {
  const form = officer.locator('form').filter({ has: officer.getByLabel('为什么更轻的措施不够') });
  await form.getByLabel('措施', { exact: true }).selectOption({ label: kind });
  await form.getByLabel('涉及金额').fill(amount);
  await form.getByLabel('原因', { exact: true }).fill('欠税未缴，先控制新增风险。');
  await form.getByLabel('为什么更轻的措施不够').fill('走访和电话都没有结果。');
  await form.getByRole('button', { name: '登记' }).click();
}

test('the queue of cases is worked by keyboard, and a hand-over tells its new owner', async ({ browser }) => {
  const reviewer = await enter(browser, 'reviewer', '/bank/alerts');
  await expect(reviewer.getByRole('table').first()).toBeVisible();
  await reviewer.keyboard.press('j');
  await reviewer.keyboard.press('x');
  await reviewer.keyboard.press('a');
  await expect(reviewer.getByLabel('转交给')).toBeFocused();
  const colleague = reviewer.getByLabel('转交给').getByRole('option', { name: /陈经理/ });
  await reviewer.getByLabel('转交给').selectOption(await colleague.getAttribute('value'));
  await reviewer.getByLabel('转交原因').fill('分户调整。');
  await reviewer.getByRole('button', { name: '转交' }).click();
  await expect(reviewer.getByText('已转交 1 件，新的负责人会收到通知。')).toBeVisible();
});
