import { expect, type Page } from '@playwright/test';
import { day } from '../../app/domain/kernel/day.ts';
import { demoPassword } from '../../prisma/seed/accounts.ts';
import { makeFirms } from '../../prisma/seed/province/firms.ts';
import { testDay } from '../today.ts';

export type OwnFirm = { readonly uscc: string; readonly name: string; readonly region: string };

/** Registers a firm that no other journey knows, with the browser of its owner. */
export async function registerFirm(owner: Page, { uscc, name, region }: OwnFirm): Promise<void> {
  await owner.goto('/register');
  await owner.getByLabel('统一社会信用代码').fill(uscc);
  await owner.getByLabel('名称', { exact: true }).fill(name);
  await owner.getByLabel('所在地区').fill(region);
  await owner.getByLabel('行业', { exact: true }).fill('1411');
  await owner.getByLabel('您的姓名').fill('柳掌柜');
  await owner.getByLabel('登录名').fill(`own-${uscc.slice(8).toLowerCase()}`);
  await owner.getByLabel('设置密码').fill(demoPassword);
  await owner.getByRole('button', { name: '注册并进入' }).click();
  await expect(owner).toHaveURL(/\/my$/);
}

export type Penalty = {
  readonly firm: OwnFirm;
  readonly on: string;
  readonly category: '轻微' | '一般' | '严重';
  readonly reference: string;
};

/** The liaison of the authority hands penalties in as a file, and the batch is taken in whole. */
export async function deliverPenalties(liaison: Page, penalties: readonly Penalty[]): Promise<void> {
  const rows = penalties.map(
    ({ firm, on, category, reference }) => `${firm.uscc},${on},3000.00,${category},${reference},现场检查`,
  );
  const text = ['统一社会信用代码,日期,金额,类别,文号,摘要', ...rows, ''].join('\n');
  await liaison.goto('/provider/upload');
  await liaison.getByLabel('数据项', { exact: true }).selectOption('penalty.decision');
  await liaison
    .getByLabel('文件', { exact: true })
    .setInputFiles({ name: '处罚.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await liaison.getByRole('button', { name: '报送' }).click();
  await expect(liaison.getByText('全部记录都已接收或早已在库')).toBeVisible({ timeout: 30_000 });
}

/** Opens the firm's own page of the penalty that bears a reference. */
export async function openPenalty(owner: Page, reference: string): Promise<string> {
  await owner.goto('/my/data/penalty.decision');
  await owner.getByRole('row', { name: reference }).getByRole('link', { name: '异议、声明、修复' }).click();
  await owner.waitForURL(/\/my\/rights\/records\//);
  return new URL(owner.url()).pathname;
}

/** Opens the pending case of a firm at the desk of whoever handles it. */
export async function openCase(desk: Page, address: string, firm: OwnFirm): Promise<void> {
  await desk.goto(address);
  await desk.getByRole('row', { name: firm.name }).getByRole('link').first().click();
  await desk.waitForURL(/\/(objections|repairs)\//);
}

/** A company of the province that has records and no account yet; another at each try. */
export function unclaimed(): OwnFirm {
  const firms = makeFirms(2_000, day(testDay)).filter(
    ({ kind, status, quality }) =>
      kind === 'company' && status === 'active' && quality > -0.6 && quality < 0.2,
  );
  const firm = firms[Date.now() % firms.length];
  if (!firm) throw new Error('no company of the province is free');
  return firm;
}
