import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

test('an application becomes a loan: two persons decide, the firm compares and accepts', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const officer = await enter(browser, 'officer', '/bank');
  await officer
    .getByRole('row', { name: /银川麦禾食品有限公司/ })
    .getByRole('link')
    .first()
    .click();
  await expect(officer.getByText(/依企业授权查看 \d+ 项数据/)).toBeVisible();
  const file = officer.url();
  await officer.getByRole('link', { name: '申请材料' }).click();
  await expect(officer.getByText('2025年度财务报表.pdf')).toBeVisible();
  await officer.getByRole('link', { name: '按日回看' }).click();
  await expect(officer.getByRole('heading', { name: '评分为何变动' })).toBeVisible();
  await officer.goto(`${file}/verify`);
  await officer.getByLabel('问题', { exact: true }).selectOption({ label: '在哪一档' });
  await officer.getByRole('button', { name: '提问' }).click();
  await expect(officer.getByText(/部门回答：.*人/)).toBeVisible();
  await officer.goto(file);
  await officer.getByRole('button', { name: '领取这笔申请' }).click();
  await expect(officer.getByText('已领取，请在时限内提出意见。')).toBeVisible();
  await officer.getByLabel('年利率（%）').fill('3.60');
  await officer.getByRole('button', { name: '提交复核' }).first().click();
  await expect(officer.getByText('已提交复核。')).toBeVisible();
  await expect(officer.getByRole('button', { name: '同意并签发' })).toHaveCount(0);

  const reviewer = await enter(browser, 'reviewer', file);
  await reviewer.getByRole('button', { name: '同意并签发' }).click();
  await expect(reviewer.getByText('已签发授信方案，企业已收到通知。')).toBeVisible();

  const owner = await enter(browser, 'owner', '/my/applications');
  await owner.getByRole('link', { name: '比较授信方案' }).first().click();
  await expect(owner.getByText('净成本最低')).toBeVisible();
  await expect(owner.getByText('河洲农商银行（演示）').first()).toBeVisible();
  const chosen = owner.getByRole('article').filter({ hasText: '接受桥头银行（演示）的方案' });
  await chosen.getByText('接受桥头银行（演示）的方案').click();
  await chosen.getByLabel('同时撤回这笔需求的其他申请').uncheck();
  await chosen.getByLabel(/另行授权：贷款未结清期间/).check();
  await chosen.getByRole('button', { name: '确认接受' }).click();
  await expect(owner.getByText('已接受授信方案')).toBeVisible();

  await officer.goto(file);
  await officer.getByLabel('合同编号').fill('QT-2026-0918');
  await officer.getByRole('button', { name: '登记合同' }).click();
  await expect(officer.getByText('合同已登记，可以登记放款。')).toBeVisible();
  await officer.getByRole('button', { name: '登记放款' }).click();
  await expect(officer.getByText('放款已登记，还款计划已生成。')).toBeVisible();

  await owner.goto('/my/loans');
  await owner
    .getByRole('row', { name: /QT-2026-0918/ })
    .getByRole('link')
    .first()
    .click();
  await expect(owner.getByRole('heading', { name: '还款计划' })).toBeVisible();
  await expect(owner.getByRole('row', { name: /2027-11-23/ })).toBeVisible();
});

test('an application whose consent was withdrawn stays listed, and nothing of the firm opens', async ({
  browser,
}) => {
  const officer = await enter(browser, 'officer', '/bank');
  const row = officer.getByRole('row', { name: /永宁青麓葡萄酒庄/ });
  await expect(row).toContainText('授权已失效');
  await row.getByRole('link').first().click();
  await expect(officer.getByText('企业数据不可查看')).toBeVisible();
  await expect(officer.getByRole('main')).toContainText('撤回');
  await expect(officer.getByText('得分与等级')).toHaveCount(0);
});

test('an officer who declines names reasons that the firm can act on', async ({ browser }) => {
  const owner = await enter(browser, 'owner', '/my/applications');
  await owner
    .getByRole('row', { name: /平湖实业银行.*未批准/ })
    .getByRole('link')
    .first()
    .click();
  await expect(owner.getByText('银行未批准，原因如下')).toBeVisible();
  await expect(owner.getByRole('link', { name: '调整需求' })).toBeVisible();
  await expect(owner.getByRole('link', { name: '补充材料后再申请' })).toBeVisible();
});
