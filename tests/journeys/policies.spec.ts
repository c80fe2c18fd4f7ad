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
  const body = maker.getByLabel('政策内容（JSON）');
  const written = await body.inputValue();
  await body.fill(written.replace('"sharePpm": 500000', '"sharePpm": 4500000'));
  await maker.getByRole('button', { name: '保存草案' }).click();
  await expect(maker.getByText(/比例（百万分之）：不能大于 1000000/).first()).toBeVisible();
  await body.fill(written.replace('"sharePpm": 500000', '"sharePpm": 450000'));
  await maker.getByRole('button', { name: '保存草案' }).click();
  await expect(maker.getByText('3 个算例中有 2 个不一致，不能发布')).toBeVisible();
  await body.fill(written);
  await maker.getByRole('button', { name: '保存草案' }).click();
  await expect(maker.getByText('3 个算例全部一致')).toBeVisible();

  const checker = await enter(browser, 'operator-funds-b', new URL(maker.url()).pathname);
  await expect(checker.getByRole('row', { name: /生效日/ })).toContainText('2027-01-01');
  await checker.getByRole('button', { name: '发布这一版' }).click();
  await expect(checker.getByText('新版本已发布。')).toBeVisible();

  await checker.getByRole('link', { name: '用历史贷款模拟' }).click();
  await checker.getByRole('button', { name: '开始模拟' }).click();
  await expect(checker.getByText('已完成')).toBeVisible({ timeout: 20_000 });
  await expect(checker.getByRole('heading', { name: '谁多得，谁少得' })).toBeVisible();
});
