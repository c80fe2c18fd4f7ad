import type { Page } from '@playwright/test';
import { demoPassword } from '../../prisma/seed/accounts.ts';

/** Signs a demo account in through the door that everybody uses. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/login');
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(demoPassword);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== '/login');
}
