import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

// Told before 07: a file shows its records until the application is decided.
test('a firm objects, the record is flagged, the authority answers, the score is restated and the bank is told', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const owner = await enter(browser, 'owner', '/my/data/penalty.decision');
  await owner.getByRole('link', { name: '异议、声明、修复' }).first().click();
  await owner.getByLabel('理由').selectOption({ label: '内容有误' });
  await owner.getByLabel('说明与依据').fill('处罚对象为同名个体户，附市场监管部门的更正函。');
  await owner.getByRole('button', { name: '提交异议' }).click();
  await expect(owner.getByText('异议已提交，记录已标注。')).toBeVisible();
  const address = new URL(owner.url()).pathname;

  await owner.goto('/my/applications');
  const files = await owner
    .locator('main a[href^="/my/applications/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1)));
  const officer = await enter(browser, 'officer', '/bank');
  const flagged: boolean[] = [];
  for (const file of new Set(files)) {
    await officer.goto(`/bank/applications/${file}?tab=records`);
    flagged.push(await officer.getByText('异议处理中').first().isVisible());
  }
  expect(flagged, 'the bank that may read the record sees that it is disputed').toContain(true);

  const liaison = await enter(browser, 'liaison-reform', '/provider/rights');
  await liaison
    .getByRole('row', { name: /银川麦禾食品有限公司/ })
    .getByRole('link')
    .first()
    .click();
  await liaison.getByRole('radio', { name: '异议成立' }).check();
  await liaison.getByRole('radio', { name: '不变' }).check();
  await liaison.getByLabel('书面答复').fill('经核实，处罚对象确非该企业，予以撤销。');
  await liaison.getByLabel('依据').fill('更正函〔2026〕12号');
  await liaison.getByRole('button', { name: '提交答复' }).click();
  await expect(liaison.getByText('异议成立时请选择更正或撤销')).toBeVisible();
  await liaison.getByRole('radio', { name: '撤销这条记录' }).check();
  await liaison.getByRole('button', { name: '提交答复' }).click();
  await expect(liaison.getByText('答复已送达企业。')).toBeVisible();

  await owner.goto(address);
  await expect(owner.getByText('异议成立').first()).toBeVisible();
  await expect(async () => {
    await owner.goto('/my/rights?state=ended');
    await expect(owner.getByRole('row', { name: /异议成立.*行政处罚信息/ }).first()).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 30_000 });
  await expect(async () => {
    await officer.goto('/bank/restatements');
    await expect(officer.getByRole('row', { name: /银川麦禾食品有限公司/ }).first()).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 20_000 });

  const reform = await enter(browser, 'liaison-reform', '/provider/rights');
  await reform
    .getByRole('row', { name: /广州凌云环保装备有限公司.*信用修复/ })
    .getByRole('link')
    .first()
    .click();
  await reform.getByRole('radio', { name: '同意', exact: true }).check();
  await reform.getByLabel('理由和文号').fill('义务已履行，同意修复。');
  await reform.getByRole('button', { name: '提交决定' }).click();
  await expect(reform.getByText('决定已生效')).toBeVisible();
  const firm = await enter(browser, 'owner-loan', '/my/data/penalty.decision');
  await expect(firm.getByText('穗应急罚')).toHaveCount(0);
  await firm.goto('/my/rights');
  await expect(firm.getByText('穗应急罚〔2026〕302号')).toBeVisible();
});
