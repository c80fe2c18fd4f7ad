import { expect, test } from '@playwright/test';
import { enter } from './cast.ts';

test('what is only verified comes as an answer; a search for the figure is stopped, and firm and platform hear of it', async ({
  browser,
}) => {
  const verified = '医保-参保单位基本信息';
  const officer = await enter(browser, 'officer', '/bank');
  const row = officer.getByRole('row', { name: /银川麦禾食品有限公司/ });
  const file = await row.getByRole('link').first().getAttribute('href');
  await officer.goto(`${file}?tab=records`);
  await expect(officer.getByRole('table', { name: '授权记录' })).toContainText('税款征收信息');
  await expect(officer.getByText(verified), 'consented to, and never a record').toHaveCount(0);
  await officer.goto(`${file}/verify`);
  await expect(officer.getByRole('row', { name: verified })).toContainText('授权内');
  const ask = async (yuan: string) => {
    await officer.getByLabel('问题', { exact: true }).selectOption({ label: '有没有达到下列金额的记录' });
    await officer.getByLabel('金额').fill(yuan);
    await officer.getByRole('button', { name: '提问' }).click();
  };
  // A second try finds the alarm of the first, and the questions of a month used up.
  if (test.info().retry === 0) {
    for (const [n, yuan] of ['10', '1000', '500'].entries()) {
      await ask(yuan);
      await expect(officer.getByRole('row', { name: new RegExp(`${verified}.*陈经理`) })).toHaveCount(n + 1);
    }
    await ask('250');
    await expect(officer.getByText('等于逐步试出数额，不予回答').first()).toBeVisible();
  }

  const owner = await enter(browser, 'owner', '/inbox');
  await expect(owner.getByText('桥头银行（演示）的核验提问接近逐步试探数额，已拦截').first()).toBeVisible();
  const desk = await enter(browser, 'operator-data', '/operator/privacy');
  const alarm = desk.getByRole('row', { name: /桥头银行（演示）.*银川麦禾食品有限公司/ });
  await expect(alarm).toContainText(verified);
  if (await alarm.getByText('待核实').isVisible()) {
    await alarm.locator('summary').click();
    await alarm.getByRole('textbox').fill('已电话核实，系误填金额。');
    await alarm.getByRole('button', { name: '解除告警' }).click();
  }
  await expect(alarm).toContainText('已电话核实，系误填金额。');
});

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
