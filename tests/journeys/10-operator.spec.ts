import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

test('the risk desk narrows the funded firms and takes them away as a table', async ({ browser }) => {
  const desk = await enter(browser, 'operator-risk', '/operator/funded');
  await desk.getByLabel('最高预警级别').selectOption({ label: '红色' });
  await desk.getByRole('button', { name: '筛选' }).click();
  await expect(desk.getByRole('row', { name: /广州凌云环保装备/ })).toBeVisible();
  await expect(desk.getByRole('row', { name: /灵武塞北绒/ })).toHaveCount(0);
  const download = desk.waitForEvent('download');
  await desk.getByRole('link', { name: '导出 CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('广州凌云环保装备有限公司');
  expect(csv).not.toContain('灵武塞北绒');

  await desk.goto('/operator/funnel');
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('从注册到健康还款');
});

test('the data desk mends a row that a source sent wrong', async ({ browser }) => {
  const desk = await enter(browser, 'operator-data', '/operator/batches');
  await desk.getByLabel('只看有待处理隔离记录的').check();
  await desk.getByRole('button', { name: '筛选' }).click();
  await desk
    .getByRole('row', { name: /province-social\.coverage/ })
    .getByRole('link')
    .first()
    .click();
  await desk
    .getByRole('row')
    .or(desk.getByRole('listitem'))
    .filter({ hasText: '十二' })
    .getByRole('link', { name: '改正后重新提交' })
    .click();
  await desk.getByLabel('数量').fill('12');
  await desk.getByRole('button', { name: '提交这一条' }).click();
  await expect(desk.getByText('已作为新批次重新提交。')).toBeVisible();
});

test('a suspended bank reads nothing from its next request on', async ({ browser }) => {
  const officer = await enter(browser, 'officer-b', '/bank');
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('申请收件箱');
  const security = await enter(browser, 'security', '/operator/institutions');
  await security
    .getByRole('row', { name: /河洲农商银行/ })
    .getByRole('link')
    .first()
    .click();
  await security.locator('summary', { hasText: '暂停机构' }).click();
  await security.getByLabel('原因').fill('超出授权用途使用数据，待核查。');
  await security.getByRole('button', { name: '暂停机构' }).click();
  await expect(security.getByText('已暂停，该机构的下一次请求即被拒绝。')).toBeVisible();

  await officer.reload();
  await expect(officer.getByText(/暂停/).first()).toBeVisible();
  await expect(officer.getByRole('table')).toHaveCount(0);

  await security.locator('summary', { hasText: '恢复机构' }).click();
  await security.getByRole('button', { name: '恢复机构' }).click();
  await expect(security.getByText('已恢复。')).toBeVisible();
  await officer.goto('/bank');
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('申请收件箱');
});

test('the auditor finds who looked at a firm, and verifies the chains', async ({ browser }) => {
  const auditor = await enter(browser, 'audit', '/operator/audit');
  await auditor.getByLabel('企业名称或代码').fill('银川麦禾食品有限公司');
  await auditor.getByRole('button', { name: '筛选' }).click();
  await expect(auditor.getByRole('row', { name: /孙经理/ }).first()).toBeVisible();
  await auditor.getByRole('button', { name: '现在验证' }).click();
  await expect(async () => {
    await auditor.goto('/operator/audit');
    await expect(auditor.getByText('审计链完整')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
});
