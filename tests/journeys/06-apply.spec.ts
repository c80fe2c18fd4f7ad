import { expect, type Page, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

/** A name that browsers send as it is: with signs that once broke the reading of forms. */
const sheet = {
  name: '流水;终稿=<2026> (1).pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 statement'),
};

const quick = '快服贷';
const turnover = '商户周转贷';
const firm = '面馆';

async function as(page: Page, login: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, login);
}

const openFile = async (page: Page, filter: string, product: string) => {
  await page.goto(`/bank?state=${filter}`);
  await page
    .getByRole('row')
    .filter({ hasText: firm })
    .filter({ hasText: product })
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(firm);
};

async function approve(page: Page, bank: '' | '-b', rate: string, product: string): Promise<void> {
  await as(page, `officer${bank}`);
  await openFile(page, 'submitted', product);
  await page.getByRole('button', { name: '领取这笔申请' }).click();
  await page.getByLabel('年利率（%）').fill(rate);
  await page.getByRole('button', { name: '提交复核' }).first().click();
  await expect(page.getByText('已提交复核。')).toBeVisible();
  await expect(page.getByRole('button', { name: '同意并签发' })).toHaveCount(0);
  await as(page, `reviewer${bank}`);
  await openFile(page, 'proposed', product);
  await page.getByRole('button', { name: '同意并签发' }).click();
  await expect(page.getByText('已签发授信方案')).toBeVisible();
}

// One firm, one after the other: the tests of this file are not to meet.
test('a trader applies to two banks at once with a document, and takes one back', async ({ page }) => {
  await signIn(page, 'trader');
  await page.goto('/my/needs');
  await page
    .getByRole('row', { name: /15万元/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('checkbox', { name: '选择小店贷' }).check();
  await page.getByRole('checkbox', { name: '选择银税信用贷' }).check();
  await page.getByRole('button', { name: '申请所选产品' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('提交贷款申请');
  await page.getByLabel('申请材料').setInputFiles(sheet);
  await page.getByLabel(/我同意授权金水储蓄银行/).check();
  await page.getByRole('button', { name: '签署授权并提交 2 笔申请' }).click();
  await expect(page.getByRole('alert')).toContainText('银税信用贷');

  await page.getByLabel('申请材料').setInputFiles(sheet);
  await page.getByLabel(/我同意授权金水储蓄银行/).check();
  await page.getByLabel(/我同意授权桥头银行/).check();
  await page.getByRole('button', { name: '签署授权并提交 2 笔申请' }).click();
  await expect(page.getByText('已提交 2 笔申请')).toBeVisible();

  await page.goto('/my/applications');
  await expect(page.getByRole('row', { name: /金水储蓄银行.*已提交/ })).toBeVisible();
  await page
    .getByRole('row', { name: /桥头银行/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText(/流水.*终稿.*\.pdf/)).toBeVisible();
  await page.getByText('撤回申请', { exact: true }).click();
  await page.getByRole('button', { name: '确认撤回' }).click();
  await expect(page.getByText('申请已撤回。')).toBeVisible();
  await page.goto('/my/applications');
  await expect(page.getByRole('row', { name: /桥头银行.*已撤回/ })).toBeVisible();
});

test('a firm applies to two banks, compares their offers, accepts one and gets the money', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'trader');
  await page.goto('/my/needs');
  await page.getByRole('row').nth(1).getByRole('link').click();
  for (const product of [quick, turnover])
    await page.getByRole('article').filter({ hasText: product }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '申请所选产品' }).click();

  await page.getByRole('button', { name: /签署授权并提交/ }).click();
  await expect(page.getByText(/需要您勾选对该行的授权/)).toBeVisible();
  await page.getByLabel(/我同意授权桥头银行/).check();
  await page.getByLabel(/我同意授权河洲农商银行/).check();
  await page.getByLabel('申请材料（可选）').setInputFiles({ ...sheet, buffer: Buffer.from('MZ') });
  await page.getByRole('button', { name: /签署授权并提交/ }).click();
  await expect(page.getByText(/的内容不是 PDF/)).toBeVisible();
  await page.getByLabel('申请材料（可选）').setInputFiles(sheet);
  await page.getByRole('button', { name: /签署授权并提交/ }).click();
  await expect(page.getByText('已提交 2 笔申请')).toBeVisible();

  await approve(page, '', '3.85', quick);
  await expect(page.getByText(turnover)).toHaveCount(0);
  await approve(page, '-b', '4.35', turnover);
  await as(page, 'officer');
  await page.goto('/bank?state=closed');
  await expect(page.getByText(turnover)).toHaveCount(0);

  await as(page, 'trader');
  await page.goto('/my/applications');
  await page.getByRole('link', { name: '比较授信方案' }).click();
  const cheapest = page.getByRole('article').filter({ hasText: '净成本最低' });
  await expect(cheapest).toContainText('桥头银行');
  await cheapest.locator('summary').filter({ hasText: '接受桥头银行' }).click();
  await cheapest.getByLabel(/另行授权/).check();
  await cheapest.getByRole('button', { name: '确认接受' }).click();
  await expect(page.getByText('已接受授信方案，银行会联系您签订合同')).toBeVisible();

  await as(page, 'officer');
  await openFile(page, 'approved', quick);
  await page.getByLabel('合同编号').fill('QT-JOURNEY-1');
  await page.getByRole('button', { name: '登记合同' }).click();
  await expect(page.getByText('合同已登记')).toBeVisible();
  await page.getByRole('button', { name: '登记放款' }).click();
  await expect(page.getByText('放款已登记')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('QT-JOURNEY-1');

  await as(page, 'trader');
  await page.goto('/my/applications');
  await expect(page.getByRole('row').filter({ hasText: quick })).toContainText('已放款');
  await expect(page.getByRole('row').filter({ hasText: turnover })).toContainText('已撤回');
});

test('a declined firm reads each reason with what it can do', async ({ page }) => {
  await signIn(page, 'owner');
  await page.goto('/my/applications');
  await page.getByRole('row').filter({ hasText: '未批准' }).first().getByRole('link').first().click();
  await expect(page.getByText('银行未批准，原因如下')).toBeVisible();
  await expect(page.getByText('担保措施不足')).toBeVisible();
  await expect(page.getByText('增加抵质押或担保人，或选择信用类产品。')).toBeVisible();
  await expect(page.getByText('银行签名报文，已核验').first()).toBeVisible();
});
