import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

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
  await risk.getByRole('button', { name: '批准' }).click();
  await expect(risk.getByText('已批准并生效。')).toBeVisible();

  const officer = await enter(browser, 'officer', '/bank/modelling');
  await officer.getByRole('table').getByRole('link').first().click();
  await expect(officer.getByText('AUC（检验）')).toBeVisible();
  await expect(officer.getByText('太少，不显示').first()).toBeVisible();
  await officer.getByRole('button', { name: '评分', exact: true }).click();
  await expect(officer.getByText(/预计坏账率/).last()).toBeVisible();
});
