import type { Page } from '@playwright/test';
import { demoPassword } from '../../prisma/seed/accounts.ts';

/** Signs a demo account in through the door that everybody uses. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/login');
  const form = page.locator('#sign-in-form');
  await form.locator('input[name="login"]').fill(login);
  await form.locator('input[name="password"]').fill(demoPassword);
  await form.locator('button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== '/login');
}
