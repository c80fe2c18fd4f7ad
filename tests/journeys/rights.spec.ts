import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { synthesiseUscc } from '../../app/domain/enterprise/uscc.ts';
import { addDays, addMonths, type Day, day } from '../../app/domain/kernel/day.ts';
import { testDay } from '../today.ts';
import { enter } from './cast.ts';
import {
  deliverPenalties,
  type OwnFirm,
  openCase,
  openPenalty,
  registerFirm,
  unclaimed,
} from './own-firm.ts';

const today = day(testDay);
const ago = (days: number): Day => addDays(today, -days);
/** Every try has firms and documents of its own, so that a second one finds nothing of the first. */
const once = () => Date.now() % 900_000;

const firmAt = (region: string, serial: number): OwnFirm => ({
  uscc: synthesiseUscc({ regionCode: region, serial }),
  name: `清渠${serial}号机电有限公司`,
  region,
});

/** What a bank's list of public records counts for a firm. */
async function penaltiesSeen(officer: Page, { uscc, region }: OwnFirm): Promise<string> {
  const list = await officer.request.get(`/bank/public-list.csv?region=${region}`);
  const [head = '', ...rows] = (await list.text()).trim().split('\r\n');
  const column = head.split(',').indexOf('行政处罚信息');
  return rows.find((row) => row.includes(uscc))?.split(',')[column] ?? 'no such firm';
}

const object = async (owner: Page) => {
  await owner.getByLabel('理由').selectOption({ label: '已经履行或改正' });
  await owner.getByLabel('说明与依据').fill('罚款已缴清，附缴款书和整改验收意见。');
  await owner.getByRole('button', { name: '提交异议' }).click();
  await expect(owner.getByText('异议已提交，记录已标注。')).toBeVisible();
  return new URL(owner.url()).pathname;
};

const forward = async (operator: Page, firm: OwnFirm) => {
  await openCase(operator, '/operator/rights', firm);
  await operator.getByLabel('核对情况').fill('平台副本与来源一致。');
  await operator.getByRole('button', { name: '转交' }).click();
  await expect(operator.getByText('提供单位核实中').first()).toBeVisible();
};

const answer = async (liaison: Page, verdict: '异议成立' | '异议不成立', change: '撤销这条记录' | '不变') => {
  await liaison.getByRole('radio', { name: verdict, exact: true }).check();
  await liaison.getByRole('radio', { name: change }).check();
  await liaison.getByLabel('书面答复').fill(`经核实，${verdict}。`);
  await liaison.getByLabel('依据').fill('核查笔录');
  await liaison.getByRole('button', { name: '提交答复' }).click();
  await expect(liaison.getByText('答复已送达企业。')).toBeVisible();
};

test('where the place says so a disputed penalty is not shown; an appeal sends it back, its withdrawal takes it out', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const serial = once();
  const taizhou = firmAt('331002', serial);
  const shenzhen = firmAt('440305', serial);
  const document = `椒应急罚〔2026〕${serial}号`;
  const owner = await (await browser.newContext()).newPage();
  await registerFirm(owner, taizhou);
  const other = await (await browser.newContext()).newPage();
  await registerFirm(other, shenzhen);
  const liaison = await enter(browser, 'liaison-reform');
  const fine = { on: ago(200), category: '一般' } as const;
  await deliverPenalties(liaison, [
    { firm: taizhou, ...fine, reference: document },
    { firm: shenzhen, ...fine, reference: `深应急罚〔2026〕${serial}号` },
  ]);
  const officer = await enter(browser, 'officer');
  expect(await penaltiesSeen(officer, taizhou)).toBe('1');

  const record = await openPenalty(owner, document);
  await owner.getByLabel('声明内容').fill('罚款当月缴清，设备已经更换。');
  await owner.getByRole('button', { name: '保存声明' }).click();
  await expect(owner.getByText('声明已保存').first()).toBeVisible();
  const objection = await object(owner);
  const operator = await enter(browser, 'operator-data');
  await forward(operator, taizhou);
  await expect(operator.getByText('暂停披露').first()).toBeVisible();
  await expect(operator.getByText('罚款当月缴清，设备已经更换。')).toBeVisible();
  expect(await penaltiesSeen(officer, taizhou), 'nobody is shown what is suspended').toBe('0');
  await owner.goto(record);
  await expect(owner.getByText('暂停披露，只有贵企业可见')).toBeVisible();

  await openCase(liaison, '/provider/rights', taizhou);
  await answer(liaison, '异议不成立', '不变');
  expect(await penaltiesSeen(officer, taizhou)).toBe('1');
  await owner.goto(objection);
  await owner.getByLabel('为什么不同意答复').fill('答复没有回应缴款书。');
  await owner.getByRole('button', { name: '申请复核' }).click();
  await expect(owner.getByText('平台复核中').first()).toBeVisible();
  await openCase(operator, '/operator/rights', taizhou);
  await operator.getByRole('radio', { name: '退回提供单位重新核实' }).check();
  await operator.getByLabel('理由', { exact: true }).fill('请核对缴款书。');
  await operator.getByRole('button', { name: '提交复核意见' }).click();
  await expect(operator.getByText('提供单位核实中').first()).toBeVisible();
  await openCase(liaison, '/provider/rights', taizhou);
  await answer(liaison, '异议成立', '撤销这条记录');
  expect(await penaltiesSeen(officer, taizhou), 'a withdrawn penalty is out at once').toBe('0');
  await owner.goto(record);
  await expect(owner.getByText('已撤销').first()).toBeVisible();

  await openPenalty(other, `深应急罚〔2026〕${serial}号`);
  await object(other);
  await forward(operator, shenzhen);
  await openCase(liaison, '/provider/rights', shenzhen);
  await liaison.getByLabel('延长理由').fill('需调阅档案。');
  await liaison.getByRole('button', { name: '延长一次' }).click();
  await expect(liaison.getByText('答复期限延长').first()).toBeVisible();
  await expect(liaison.getByRole('button', { name: '延长一次' })).toHaveCount(0);
});

test('a firm sees its repair coming, files it, is shielded under a plan, and hears of the fall before it falls', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const firm = unclaimed();
  const serial = once();
  const [young, shielded] = [`银市监罚〔2026〕${serial}甲号`, `银市监罚〔2026〕${serial}乙号`];
  const owner = await (await browser.newContext()).newPage();
  await registerFirm(owner, firm);
  const liaison = await enter(browser, 'liaison-reform');
  await deliverPenalties(liaison, [
    { firm, on: ago(30), category: '一般', reference: young },
    { firm, on: ago(20), category: '严重', reference: shielded },
    { firm, on: ago(10), category: '轻微', reference: `${serial}丙号` },
  ]);

  await openPenalty(owner, young);
  await expect(owner.getByText(/最早 .* 可以申请，还有 \d+ 天/)).toBeVisible();
  const opens = addMonths(ago(30), 3);
  const calendar = await owner.request.get('/my/rights/calendar.ics');
  expect(await calendar.text()).toContain(`DTSTART;VALUE=DATE:${opens.replaceAll('-', '')}`);

  await openPenalty(owner, `${serial}丙号`);
  const download = owner.waitForEvent('download');
  await owner.getByRole('link', { name: '下载已填好的申请材料（PDF）' }).click();
  const paper = await readFile(await (await download).path());
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  await owner.getByRole('button', { name: '提交修复申请' }).click();
  await expect(owner.getByText('还有修复条件没有确认').first()).toBeVisible();
  for (const box of await owner.getByRole('checkbox').all()) await box.check();
  await owner.getByRole('button', { name: '提交修复申请' }).click();
  await owner.waitForURL(/\/my\/rights\/repairs\//);
  const repair = owner.url();
  await openCase(liaison, '/provider/rights', firm);
  await decide(liaison, '同意', '已修复');
  await owner.goto(repair);
  await expect(owner.getByText('同意修复，记录已封存')).toBeVisible();

  await openPenalty(owner, shielded);
  await owner.getByText('重整期间屏蔽', { exact: true }).click();
  await owner.getByLabel('法院裁定书文号').fill('（2026）宁01破1号');
  await owner.getByRole('button', { name: '申请屏蔽' }).click();
  await owner.waitForURL(/\/my\/rights\/repairs\//);
  await openCase(liaison, '/provider/rights', firm);
  await decide(liaison, '同意', '重整期间屏蔽');
  const plan = liaison.url();
  await eventually(owner, '/my/rights', owner.getByRole('row', { name: /重整期间屏蔽.*行政处罚信息/ }));
  await liaison.goto(plan);
  await decide(liaison, '计划失败，恢复展示', '重整失败，恢复展示');
  await eventually(owner, '/my/rights', owner.getByRole('row', { name: /重整失败，记录恢复.*待生效/ }));
  await owner
    .getByRole('row', { name: /重整失败，记录恢复.*待生效/ })
    .getByRole('link')
    .first()
    .click();
  await expect(owner.getByText(/这次重述会降低评分，自 .* 起生效。此前评分不变。/)).toBeVisible();
});

const decide = async (liaison: Page, move: string, state: string) => {
  await liaison.getByRole('radio', { name: move, exact: true }).check();
  await liaison.getByLabel('理由和文号').fill('经核查属实（修复决〔2026〕9号）。');
  await liaison.getByRole('button', { name: '提交决定' }).click();
  await expect(liaison.getByText('决定已生效')).toBeVisible();
  await expect(liaison.getByText(state, { exact: true }).first()).toBeVisible();
};

/** The worker has its own pace: the page is opened until it shows what is waited for. */
const eventually = (page: Page, address: string, shown: ReturnType<Page['getByRole']>) =>
  expect(async () => {
    await page.goto(address);
    await expect(shown.first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
