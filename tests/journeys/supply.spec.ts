import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { day } from '../../app/domain/kernel/day.ts';
import { makeFirms } from '../../prisma/seed/province/firms.ts';
import { testDay } from '../today.ts';
import { enter } from './cast.ts';

/** Firms of the province that no other journey touches; those at the end, others at a second try. */
const firms = makeFirms(60, day(testDay)).slice(40);
const codeOf = (no: number) => firms[no]?.uscc ?? '';

/** A file at a bank that shows records of an item. */
async function fileWith(officer: Page, item: string): Promise<string> {
  const links = await officer
    .locator('main a[href^="/bank/applications/"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  for (const href of new Set(links)) {
    await officer.goto(`${href}?tab=records`);
    if (await officer.getByRole('rowheader', { name: item }).first().isVisible()) return officer.url();
  }
  throw new Error(`no file shows ${item}`);
}

test('an item changes by two hands: what is shared already is not asked for again, and no bank gets more than its ceiling', async ({
  browser,
}) => {
  const [code, name] = ['social.payment', '社会保险-城镇企业职工缴费明细信息'];
  const officer = await enter(browser, 'officer-b', '/bank');
  const file = test.info().retry === 0 ? await fileWith(officer, name) : null;
  const maker = await enter(browser, 'operator-data', `/operator/catalogue/${code}`);
  const left = maker.getByRole('link', { name: '查看未发布的草案' });
  if ((await left.count()) > 0) {
    await left.click();
    await maker.locator('summary', { hasText: '作废草案' }).click();
    await maker.getByRole('button', { name: '作废草案' }).click();
    await maker.goto(`/operator/catalogue/${code}`);
  }
  await maker.getByRole('button', { name: '起草新版本' }).click();
  await expect(maker.getByText('草案已建立。')).toBeVisible();
  await maker.getByLabel('变更理由').fill('社保经办机构提出逐月缴费属经营秘密，只提供汇总。');
  await maker.getByLabel('依据', { exact: true }).fill('公共信用信息目录（示例）');
  await maker.getByLabel('依据 (English)').fill('Catalogue of public credit information (example)');
  await maker.getByRole('combobox', { name: '提供上限' }).selectOption({ label: '仅汇总' });
  await maker.getByRole('checkbox', { name: '注册资本' }).check();
  await maker.getByRole('button', { name: '保存草案' }).click();
  await expect(maker.getByText(/“注册资本”已由.*共享，不得重复归集/).first()).toBeVisible();
  await maker.getByRole('checkbox', { name: '注册资本' }).uncheck();
  await maker.getByRole('button', { name: '保存草案' }).click();
  if (file) await expect(maker.getByRole('row', { name: /提供上限.*记录明细.*仅汇总/ })).toBeVisible();
  await maker.getByRole('button', { name: '送审' }).click();
  await expect(maker.getByRole('status').filter({ hasText: '已送审。' })).toBeVisible();
  await expect(maker.getByRole('button', { name: '发布这个版本' })).toHaveCount(0);

  const second = await enter(browser, 'operator-data-b', new URL(maker.url()).pathname);
  await second.getByRole('button', { name: '发布这个版本' }).click();
  await expect(second.getByText('新版本已发布。')).toBeVisible();
  if (!file) return; // a second try begins with the ceiling of the first
  await officer.goto(file);
  await expect(officer.getByRole('table', { name: '授权记录' })).not.toContainText(name);
  await expect(officer.getByRole('table', { name: '只提供汇总的数据项' })).toContainText(name);
});

test('of three sources the authority goes first; who decides sees why', async ({ browser }) => {
  const desk = await enter(browser, 'operator-data', '/operator/conflicts');
  const waiting = await desk.locator('summary', { hasText: '认定' }).count();
  await expect(desk.getByText(/建议以“认定机关：.*”为准/).first()).toBeVisible();
  await desk.locator('summary', { hasText: '认定' }).first().click();
  const form = desk.locator('form[id^="verdict-"]').first();
  await expect(form.getByRole('radio', { name: /认定机关/ })).toBeChecked();
  await form.getByRole('button', { name: '认定' }).click();
  await expect(desk.getByText('请写明理由，至少 4 个字。').first()).toBeVisible();
  await form.getByLabel('理由').fill('与发证机关核对过证书原件');
  await form.getByRole('button', { name: '认定' }).click();
  await expect(desk.getByText('已认定；记录稍后更新')).toBeVisible();
  await expect(desk.locator('summary', { hasText: '认定' })).toHaveCount(waiting - 1);
  await desk.goto('/operator/conflicts?state=decided');
  await expect(desk.getByText('与发证机关核对过证书原件').first()).toBeVisible();
});

test('a machine delivers, mends what was rejected, and its department and the platform see it', async ({
  browser,
  request,
}) => {
  const retry = test.info().retry;
  const liaison = await enter(browser, 'liaison-tax', '/provider/clients');
  await liaison.getByLabel('名称').fill(`征管系统 ${retry}`);
  await liaison.getByRole('checkbox', { name: /推送和重新提交记录/ }).check();
  await liaison.getByRole('checkbox', { name: /查看本部门批次和隔离记录/ }).check();
  await liaison.getByLabel('到期日').fill('2027-03-31');
  await liaison.getByRole('button', { name: '建立客户端' }).click();
  await expect(liaison.getByText('密钥只显示这一次，请立即保存')).toBeVisible();
  const shown = liaison.locator('dd code');
  const [id, secret] = await Promise.all([shown.nth(0).innerText(), shown.nth(1).innerText()]);

  const granted = await request.post('/api/v1/token', {
    form: { grant_type: 'client_credentials', client_id: id, client_secret: secret },
  });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  const ask = async <T>(path: string) => (await (await request.get(path, { headers })).json()) as T;
  const record = (date: string) => ({ uscc: codeOf(retry), date, amount: 320, category: '增值税' });
  const push = () =>
    request.post('/api/v1/batches', {
      headers: { ...headers, 'idempotency-key': `supply-${retry}` },
      data: { item: 'tax.payment', records: [record('2026-09'), record('2026-13')] },
    });
  const [first, again] = [await push(), await push()];
  const { batchId } = (await first.json()) as { batchId: string };
  expect([first.status(), await again.json()]).toEqual([202, { batchId, state: 'received' }]);
  const counts = () => ask<Record<string, unknown>>(`/api/v1/batches/${batchId}`);
  await expect
    .poll(counts, { timeout: 20_000 })
    .toMatchObject({ state: 'accepted', accepted: 1, waiting: 1 });
  const { rejects } = await ask<{ rejects: { row: number; cells: object }[] }>(
    `/api/v1/batches/${batchId}/rejects`,
  );
  expect(rejects).toHaveLength(1);

  await expect(async () => {
    await liaison.goto('/provider/scorecard');
    const broken = liaison.getByRole('row').filter({ has: liaison.locator(`a[href*="${batchId}"]`) });
    await expect(broken.filter({ hasText: '50' }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  const usage = liaison.getByRole('table', { name: '数据被谁使用（近 90 天）' });
  await expect(usage).toContainText('桥头银行（演示）');

  const replayed = await request.post(`/api/v1/batches/${batchId}/replays`, {
    headers: { ...headers, 'idempotency-key': `supply-again-${retry}` },
    data: { rows: [{ row: rejects[0]?.row, cells: { date: '2026-10' } }] },
  });
  const mended = (await replayed.json()) as { batchId: string };
  expect(mended.batchId).not.toBe(batchId);
  await liaison.goto(`/provider/batches/${batchId}`);
  await expect(liaison.getByRole('link', { name: '已重新提交' })).toBeVisible();

  const desk = await enter(browser, 'operator-data', `/operator/batches/${batchId}`);
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('批次：税款征收信息');
  await desk.goto('/operator/dispatches');
  const dispatch = desk.waitForEvent('download');
  await desk.getByRole('link', { name: '下载 CSV' }).first().click();
  expect((await dispatch).suggestedFilename()).toMatch(/\.csv$/);
});

test('a late source: what hangs on it is counted before a bank notices, and the letter is written', async ({
  browser,
}) => {
  const desk = await enter(browser, 'operator-data', '/operator/providers');
  await desk
    .getByRole('row', { name: /省市场监督管理/ })
    .getByRole('link')
    .first()
    .click();
  await desk
    .getByRole('row', { name: /专利信息/ })
    .getByRole('link', { name: '影响' })
    .click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('专利信息：断供影响');
  await expect(desk.getByText(/^已逾期 \d+ 天$/)).toBeVisible();
  await expect(desk.getByText(/再不报送，自 .* 起只靠这个数据项的指标按未知计分/)).toBeVisible();
  await expect(desk.getByRole('table', { name: '受影响的指标' })).toContainText('发明专利');
  const products = desk.getByRole('table', { name: '贷款产品' });
  await expect(products).toContainText('准入条件直接使用');
  await expect(products).toContainText('通过评分');
  const figure = (label: string) => desk.locator('dl > div').filter({ hasText: label }).locator('dd');
  for (const label of ['未结贷款申请', '已评分企业']) await expect(figure(label)).toHaveText(/^[1-9]/);
  await expect(figure('缺了它就“信息不足”的评分')).toHaveText(/^[\d,]+$/);
  const letter = desk.waitForEvent('download');
  await desk.getByRole('link', { name: '下载催报函' }).click();
  const text = await readFile(await (await letter).path(), 'utf8');
  expect(text).toMatch(/省市场监督管理.*专利信息.*已逾期 \d+ 天/s);
});

test('a merger is found under the former code, and taken back with its reason', async ({ browser }) => {
  const no = 10 + 2 * test.info().retry;
  const desk = await enter(browser, 'operator-data', `/operator/lineage?code=${codeOf(no)}`);
  await desk.getByLabel('原企业的信用代码').fill(codeOf(no));
  await desk.getByLabel('承继人的信用代码').fill(codeOf(no));
  await desk.getByLabel('依据', { exact: true }).fill('登记机关核准合并');
  await desk.getByRole('button', { name: '登记', exact: true }).click();
  await expect(desk.getByRole('alert').first()).toBeVisible();
  await desk.getByLabel('承继人的信用代码').fill(codeOf(no + 1));
  await desk.getByRole('button', { name: '登记', exact: true }).click();
  await expect(desk.getByText('已登记；记录稍后由后台承继')).toBeVisible();
  await desk.goto(`/operator/lineage?code=${codeOf(no)}`);
  const edge = desk
    .getByRole('row')
    .filter({ hasText: codeOf(no + 1) })
    .filter({ hasText: '被吸收合并' });
  await edge.locator('summary').click();
  await edge.getByRole('textbox').fill('登记有误，合并未获核准');
  await edge.getByRole('button', { name: '确认撤销' }).click();
  await expect(desk.getByText('已撤销；承继的记录稍后作废')).toBeVisible();
});
