import { expect, type Page, test } from '@playwright/test';
import { enter } from './cast.ts';
import { signIn } from './sign-in.ts';

/** A name that browsers send as it is: with signs that once broke the reading of forms. */
const sheet = {
  name: '流水;终稿=<2026> (1).pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 statement'),
};

const taxLoan = '银税信用贷';
const turnover = '商户周转贷';
const shopLoan = '小店贷';

/** What an earlier attempt left going on for these products goes back first. */
async function withdrawAll(firm: Page): Promise<void> {
  for (const product of [taxLoan, turnover, shopLoan]) {
    await firm.goto('/my/applications');
    const row = firm.getByRole('row').filter({ hasText: product });
    const live = row.filter({ hasText: /已提交|审查中|待复核|已批准|已接受授信/ });
    if ((await live.count()) === 0) continue;
    await live.first().getByRole('link').first().click();
    await firm.getByText('撤回申请', { exact: true }).click();
    await firm.getByRole('button', { name: '确认撤回' }).click();
    await expect(firm.getByText('申请已撤回。')).toBeVisible();
  }
}

/** A need of its own for every attempt: its amount finds it again on every list. */
async function stateNeed(firm: Page, amount: string): Promise<string> {
  await firm.goto('/my/needs/new');
  await firm.getByLabel('金额').fill(amount);
  await firm.getByLabel('用途').selectOption('working-capital');
  await firm.locator('main button[type="submit"]').last().click();
  await firm.waitForURL(/\/my\/needs\/[0-9a-f-]{36}$/);
  return firm.url();
}

/** The numbers of the applications by product, as the firm's list links to them. */
async function numbersOf(firm: Page, products: readonly string[]): Promise<string[]> {
  await firm.goto('/my/applications');
  const ids: string[] = [];
  for (const product of products) {
    const row = firm.getByRole('row').filter({ hasText: product }).filter({ hasText: '已提交' });
    const href = await row.getByRole('link').first().getAttribute('href');
    ids.push(href?.split('/').at(-1) ?? '');
  }
  return ids;
}

async function decide(
  file: string,
  officer: Page,
  reviewer: Page,
  propose: () => Promise<void>,
  said: string,
) {
  await officer.goto(file);
  await officer.getByRole('button', { name: '领取这笔申请' }).click();
  await expect(officer.getByText('已领取，请在时限内提出意见。')).toBeVisible();
  await propose();
  await expect(officer.getByText('已提交复核。')).toBeVisible();
  await expect(officer.getByRole('button', { name: '同意并签发' })).toHaveCount(0);
  await reviewer.goto(file);
  await reviewer.getByRole('button', { name: '同意并签发' }).click();
  await expect(reviewer.getByText(said)).toBeVisible();
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

test('from three applications to the money: one decline, one second look, one referral', async ({
  browser,
  page: firm,
}) => {
  test.setTimeout(120_000);
  await signIn(firm, 'trader');
  await withdrawAll(firm);
  const n = Date.now() % 81; // two digits, and no nought that a page leaves out
  const amount = `15.${1 + Math.floor(n / 9)}${1 + (n % 9)}`;
  const need = await stateNeed(firm, amount);
  for (const product of [taxLoan, turnover, shopLoan])
    await firm.getByRole('checkbox', { name: `选择${product}` }).check();
  await firm.getByRole('button', { name: '申请所选产品' }).click();
  for (const bank of ['桥头银行', '河洲农商银行', '金水储蓄银行'])
    await firm.getByLabel(new RegExp(`我同意授权${bank}`)).check();
  await firm.getByLabel('申请材料（可选）').setInputFiles({ ...sheet, buffer: Buffer.from('MZ') });
  await firm.getByRole('button', { name: '签署授权并提交 3 笔申请' }).click();
  await expect(firm.getByText(/的内容不是 PDF/)).toBeVisible();
  await firm.getByLabel('申请材料（可选）').setInputFiles(sheet);
  await firm.getByRole('button', { name: '签署授权并提交 3 笔申请' }).click();
  await expect(firm.getByText('已提交 3 笔申请')).toBeVisible();
  const [declined = '', approved = ''] = await numbersOf(firm, [taxLoan, turnover]);

  // The first bank declines, and another person there looks again.
  const [officer, reviewer] = [await enter(browser, 'officer'), await enter(browser, 'reviewer')];
  const file = `/bank/applications/${declined}`;
  const decline = async () => {
    await officer.locator('summary').filter({ hasText: '建议不批准' }).click();
    await officer.locator('#reason-debt-too-high').check();
    await officer.getByRole('button', { name: '提交复核' }).last().click();
  };
  await decide(file, officer, reviewer, decline, '已签发决定');
  expect((await officer.goto(`/bank/applications/${approved}`))?.status()).toBe(404);
  await firm.goto(`/my/applications/${declined}`);
  await firm.locator('summary').filter({ hasText: '要求复议' }).click();
  await firm.getByLabel('您认为哪里应当再看').fill('所列负债中有一笔已于上月结清，请核对还款凭证。');
  await firm.getByRole('button', { name: '提交复议要求' }).click();
  await expect(firm.getByText('已提交复议要求')).toBeVisible();
  await reviewer.goto(file);
  await expect(reviewer.getByRole('heading', { level: 1 })).toContainText('面馆');
  await expect(reviewer.getByRole('button', { name: '维持原决定' })).toHaveCount(0);
  const other = await enter(browser, 'reviewer-2', file);
  await other.getByLabel('理由（企业可见）').fill('结清后负债仍高于产品要求。');
  await other.getByRole('button', { name: '维持原决定' }).click();
  await expect(other.getByText('已维持原决定')).toBeVisible();

  // The need goes on, without the firm's name, to banks that it did not apply to for it, and one states terms.
  await firm.goto(`${need}/banks`);
  await firm.getByLabel(/我同意把以上内容提供给平台上的银行/).check();
  await firm.getByRole('button', { name: '发布需求' }).click();
  await expect(firm.getByText('需求已发布')).toBeVisible();
  const officerC = await enter(browser, 'officer-c', '/bank/needs?show=all');
  await officerC
    .getByRole('link', { name: new RegExp(`${amount}万元`) })
    .first()
    .click();
  await expect(officerC.getByRole('heading', { level: 1 })).not.toContainText('面馆');
  await officerC.getByRole('button', { name: '认领' }).click();
  await expect(officerC.getByText('已认领，请按时答复。')).toBeVisible();
  await officerC.getByLabel('年利率（%）').fill('4.20');
  await officerC.getByLabel('方案有效至').fill('2026-12-20');
  await officerC.getByRole('button', { name: '给出意向条件' }).click();
  await expect(officerC.getByText('意向条件已发给企业。')).toBeVisible();
  await firm.reload();
  await expect(firm.getByRole('row', { name: /云岭村镇银行.*已给意向/ })).toBeVisible();
  const officerB = await enter(browser, 'officer-b');
  for (const applied of [officer, officerB]) {
    await applied.goto('/bank/needs?show=all');
    await expect(applied.getByRole('link', { name: new RegExp(`${amount}万元`) })).toHaveCount(0);
  }

  // The second bank approves, the firm accepts, and the money comes.
  const reviewerB = await enter(browser, 'reviewer-b');
  const fileB = `/bank/applications/${approved}`;
  const approve = async () => {
    await officerB.getByLabel('年利率（%）').fill('4.20');
    await officerB.getByRole('button', { name: '提交复核' }).first().click();
  };
  await decide(fileB, officerB, reviewerB, approve, '已签发授信方案');
  await firm.goto(`/my/offers/compare?need=${need.split('/').at(-1)}`);
  const offer = firm.getByRole('article').filter({ hasText: '河洲农商银行' });
  await offer.locator('summary').filter({ hasText: '接受河洲农商银行' }).click();
  await offer.getByLabel(/另行授权/).check();
  await offer.getByRole('button', { name: '确认接受' }).click();
  await expect(firm.getByText('已接受授信方案，银行会联系您签订合同')).toBeVisible();
  await officerB.goto(fileB);
  const contractNo = `HZ-${amount}-${declined.slice(0, 8)}`;
  await officerB.getByLabel('合同编号').fill(contractNo);
  await officerB.getByRole('button', { name: '登记合同' }).click();
  await expect(officerB.getByText('合同已登记')).toBeVisible();
  await officerB.getByRole('button', { name: '登记放款' }).click();
  await expect(officerB.getByText('放款已登记')).toBeVisible();
  await expect(officerB.getByRole('heading', { level: 1 })).toContainText(contractNo);

  await firm.goto('/my/applications');
  const line = (product: string, state: string) =>
    expect(
      firm.getByRole('row').filter({ hasText: product }).filter({ hasText: state }).first(),
    ).toBeVisible();
  await line(taxLoan, '未批准');
  await line(turnover, '已放款');
  await line(shopLoan, '已撤回');
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
