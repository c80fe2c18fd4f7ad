import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

test('one person drafts a version, a second publishes it, and a replay says what it costs', async ({
  browser,
}) => {
  const maker = await enter(browser, 'operator-funds', '/operator/policies');
  await maker.getByRole('link', { name: /清远市信用贷款风险补偿/ }).click();
  await expect(maker.getByText('3 个算例全部一致')).toBeVisible();
  await maker.getByRole('button', { name: '起草新版本' }).click();
  await expect(maker.getByText('草案已建立，请修改并写明原因。')).toBeVisible();

  await maker.getByLabel('修改原因').fill('按新文件把比例降为 45%，自 2027 年起。');
  await maker.getByLabel('生效日').fill('2027-01-01');
  await maker.getByLabel('失效日').fill('2027-12-31');
  const share = maker.locator('[name="body/sharePpm"]');
  await share.fill('450');
  await maker.getByRole('button', { name: '保存草案' }).click();
  await expect(
    maker.getByText('请填写 0 到 100 之间的百分数，最多四位小数，例如 0.8。').first(),
  ).toBeVisible();
  await expect(share).toHaveValue('450');
  const live = maker.getByText('3 个算例中有 2 个不一致，不能发布');
  await expect(async () => {
    await share.fill('');
    await share.fill('45');
    await expect(live).toBeVisible({ timeout: 2_000 }); // worked out while typing, nothing is saved yet
  }).toPass({ timeout: 20_000 });
  await expect(maker.getByRole('row', { name: /^比例/ }).last()).toContainText('450000');
  await maker.getByRole('button', { name: '保存草案' }).click();
  await expect(maker.getByText('草案已保存，算例已重新计算。')).toBeVisible();
  await expect(live).toBeVisible();
  await share.fill('50');
  await maker.getByRole('button', { name: '保存草案' }).click();
  await expect(maker.getByText('3 个算例全部一致').first()).toBeVisible();
  await maker.getByRole('link', { name: '按损失原因' }).click();
  await expect(maker.getByText('改为“按损失原因”计算。')).toBeVisible();
  await expect(maker.locator('[name="body/maxTermMonths"]')).toHaveValue('');
  await maker.getByRole('link', { name: 'JSON（高级）' }).click();
  await expect(maker.getByLabel('政策内容（JSON）')).toHaveValue(/"sharePpm": 500000/);

  const checker = await enter(browser, 'operator-funds-b', new URL(maker.url()).pathname);
  await expect(checker.getByRole('row', { name: /生效日/ })).toContainText('2027-01-01');
  await checker.getByRole('button', { name: '发布这一版' }).click();
  await expect(checker.getByText('新版本已发布。')).toBeVisible();

  await checker.getByRole('link', { name: '用历史贷款模拟' }).click();
  await checker.getByRole('button', { name: '开始模拟' }).click();
  await expect(checker.getByText('已完成')).toBeVisible({ timeout: 20_000 });
  await expect(checker.getByRole('heading', { name: '谁多得，谁少得' })).toBeVisible();
});
