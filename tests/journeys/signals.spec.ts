import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

test('one person changes a signal and tries it on history, another publishes it', async ({ browser }) => {
  const maker = await enter(browser, 'operator-risk', '/operator/signals?family=tax');
  const inList = maker.getByRole('row', { name: /未按期纳税申报/ });
  await expect(inList).toContainText('方案第 12 项');
  await expect(inList).toContainText('第 1 版');
  await maker.getByRole('link', { name: '未按期纳税申报' }).click();
  await expect(maker.getByText('近 180 天内发生的次数。')).toBeVisible();
  await maker.getByRole('button', { name: '起草新版本' }).click();
  await expect(maker.getByText('草案已建立，请修改、写明原因并回测。')).toBeVisible();

  await maker.getByLabel('修改原因').fill('两次逾期申报即升级。');
  const orange = maker.locator('[name="body/rule/ladder/2/count"]');
  await orange.fill('1');
  await maker.getByRole('button', { name: '保存草案' }).click();
  await expect(maker.getByText('等级越重，阈值必须越高。').first()).toBeVisible();
  await expect(orange).toHaveValue('1');
  await expect(maker.getByLabel('修改原因')).toHaveValue('两次逾期申报即升级。');
  await orange.fill('2');
  await maker.getByRole('button', { name: '保存草案' }).click();
  await expect(maker.getByText('草案已保存，算例已重新运行。')).toBeVisible();
  await expect(maker.getByRole('row', { name: /阈值阶梯 2/ })).toContainText('2');
  await expect(maker.getByText('还没有用完全相同的内容做过回测，暂不能发布。')).toBeVisible();
  await expect(maker.getByRole('button', { name: '发布这一版' })).toHaveCount(0);
  const draft = new URL(maker.url()).pathname;

  const checker = await enter(browser, 'operator-risk-b', draft);
  await checker.getByRole('button', { name: '发布这一版' }).click();
  await expect(checker.getByText(/还没有用完全相同的内容做完回测，没有发布/)).toBeVisible();

  await maker.getByRole('button', { name: '开始回测' }).click();
  await expect(maker.getByRole('heading', { name: '两版对比' })).toBeVisible({ timeout: 60_000 });
  await expect(maker.getByText('与现行第 1 版比较')).toBeVisible();
  await expect(maker.getByRole('row', { name: /^预警件数/ })).toBeVisible();
  await expect(maker.getByRole('heading', { name: '哪些企业' })).toBeVisible();

  await checker.goto(draft);
  await expect(checker.getByText('与草案一致')).toBeVisible();
  await checker.getByRole('button', { name: '发布这一版' }).click();
  await expect(checker.getByText('新版本已发布。')).toBeVisible();
  await checker.getByRole('link', { name: '对比版本' }).click();
  await expect(checker.getByRole('row', { name: /阈值阶梯 2/ })).toContainText('3');
  await checker.goto('/operator/signals?family=tax');
  await expect(checker.getByRole('row', { name: /未按期纳税申报/ })).toContainText('第 2 版');
});
