import { expect, test } from '@playwright/test';
import { signIn } from './sign-in.ts';

test('a loan says which schemes apply, how much they pay, and why the others do not', async ({ page }) => {
  await signIn(page, 'owner-loan');
  await page.goto('/my/loans');
  await page
    .getByRole('row', { name: /桥头银行/ })
    .getByRole('link')
    .first()
    .click();
  const schemes = page.getByRole('article').filter({ hasText: '广州市普惠贷款风险补偿' });
  await expect(schemes).toContainText('符合');
  await expect(schemes).toContainText('¥1,500,000.00');
  await expect(page.getByRole('article').filter({ hasText: '固定资产贷款贴息' })).toContainText(/预计贴息/);
  const services = page.getByRole('article').filter({ hasText: '服务业经营主体贷款贴息' });
  await expect(services).toContainText('不符合');
  await services.getByText('为什么不符合').click();
  await expect(services.getByText(/行业/)).toBeVisible();
});
