import type { Browser, Page } from '@playwright/test';
import { signIn } from './sign-in.ts';

/** A person of the demo province at a browser of their own. */
export async function enter(browser: Browser, login: string, at?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, login);
  if (at) await page.goto(at);
  return page;
}
