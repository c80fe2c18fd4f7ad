import { createHash } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { day } from '../../app/domain/kernel/day.ts';
import { makeFirms } from '../../prisma/seed/province/firms.ts';
import { testDay } from '../today.ts';
import { enter } from './cast.ts';

/** Outcomes of a bank's loans, as many as asked: young firms go bad more often. Another attempt has other firms. */
function outcomesOf(rows: number, attempt: number): string {
  const draw = (uscc: string) =>
    createHash('sha256').update(`${attempt} ${uscc}`).digest().readUInt16BE() / 65_536;
  return makeFirms(2_000, day(testDay))
    .filter(({ status }) => status === 'active')
    .toSorted((a, b) => draw(a.uscc) - draw(b.uscc))
    .slice(0, rows)
    .map(
      ({ uscc, establishedOn }) =>
        `${uscc},${Number(draw(`${uscc}?`) < (establishedOn > '2021-06-01' ? 0.55 : 0.12))}`,
    )
    .join('\n');
}

/** Hands a file of outcomes in and comes to the page of the study. */
async function handIn(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/bank/modelling');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: '开始建模' }) });
  await form.getByLabel('名称').fill(name);
  const file = { name: 'outcomes.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await form.locator('input[type=file]').setInputFiles(file);
  await form.getByRole('button', { name: '开始建模' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a report is made and checked, a score is raised on paper, a card is approved, a bank studies blind', async ({
  browser,
}) => {
  const owner = await enter(browser, 'owner', '/my/reports');
  await owner.getByRole('button', { name: '出具新报告' }).click();
  await expect(owner.getByText('报告已出具。')).toBeVisible();
  await expect(owner.getByRole('img', { name: '核验二维码' })).toBeVisible();
  const pdf = owner.waitForEvent('download');
  await owner.getByRole('link', { name: '下载 PDF' }).click();
  expect((await pdf).suggestedFilename()).toMatch(/^credit-report-.*\.pdf$/);
  await owner.getByRole('link', { name: '核验页' }).click();
  await expect(owner.getByText('报告仍然有效')).toBeVisible();

  const debtor = await enter(browser, 'owner-loan', '/my/score/what-if');
  await expect(debtor.getByText('最省钱的办法')).toBeVisible();
  await debtor.getByRole('checkbox').first().check();
  await debtor.getByRole('button', { name: '试算' }).click();
  const result = debtor.getByRole('status').filter({ hasText: '的评分' });
  await expect(result.or(debtor.getByText(/\d 的评分$/)).first()).toBeVisible();
  await debtor.goto('/my/score/what-if?on=2031-01-01');
  await expect(debtor.getByText('这一天不在可试算的范围内')).toBeVisible();

  const risk = await enter(browser, 'operator-risk', '/operator/cards/stat-2026.1');
  await expect(risk.getByRole('heading', { name: '公平性（不利影响）' })).toBeVisible();
  await expect(risk.getByText('影子运行满 90 天（现 100 天）')).toBeVisible();
  await risk.getByRole('button', { name: '批准' }).click();
  await expect(risk.getByText('已批准并生效。')).toBeVisible();

  const officer = await enter(browser, 'officer', '/bank/modelling');
  const spent = async () =>
    Number((await officer.getByText(/^已用 ε [\d.]+，/).innerText()).match(/[\d.]+/)?.[0]);
  const before = await spent();
  await officer.getByRole('link', { name: '小微贷款结果（示例，虚构）' }).click();
  await expect(officer.getByText('AUC（检验）')).toBeVisible();
  await expect(officer.getByText('太少，不显示').first()).toBeVisible();
  await officer.getByRole('button', { name: '评分', exact: true }).click();
  await expect(officer.getByText(/预计坏账率/).last()).toBeVisible();

  const { retry } = test.info();
  await handIn(officer, `六百笔贷款 ${retry}`, outcomesOf(600, retry));
  await handIn(officer, `三笔贷款 ${retry}`, outcomesOf(3, retry));
  await expect(officer.getByText(/能对上的企业太少：至少需要 200 家/)).toBeVisible({ timeout: 20_000 });
  await officer.goto('/bank/modelling');
  await officer.getByRole('link', { name: `六百笔贷款 ${retry}` }).click();
  await expect(officer.getByText('AUC（检验）')).toBeVisible({ timeout: 20_000 });
  await expect(officer.getByText('输出结果')).toBeVisible();
  await officer.goto('/bank/modelling');
  expect(await spent(), 'a refused study gives its budget back').toBe(before + 1);
});
