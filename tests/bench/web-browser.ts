import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '~/cli/boot/browser.ts';

export type Paint = {
  /** Largest contentful paint, in milliseconds from the start of navigation. */
  readonly lcp: number;
  /** Cumulative layout shift. */
  readonly shift: number;
};

const visits = 5;

/** How a page appears in a real browser, as the browser itself measures it, visit by visit. */
export async function paintsOf(
  address: string,
  cookie: string,
): Promise<{ readonly lcp: number[]; readonly shift: number[] }> {
  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: env as Record<string, string>,
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
    const [name, value] = cookie.split('=');
    if (name && value) await context.addCookies([{ name, value, url: address }]);
    const page = await context.newPage();
    await visit(page, address); // fills the caches of the server and of the browser
    const paints: Paint[] = [];
    while (paints.length < visits) paints.push(await visit(page, address));
    return { lcp: paints.map(({ lcp }) => lcp), shift: paints.map(({ shift }) => shift) };
  } finally {
    await browser.close();
  }
}

async function visit(page: Page, address: string): Promise<Paint> {
  const answer = await page.goto(address, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200 || page.url() !== address) throw new Error(`${address}: not shown`);
  return page.evaluate(observePaint);
}

/** Runs in the page. */
function observePaint(): Promise<Paint> {
  return new Promise((resolve) => {
    const seen = { lcp: 0, shift: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcp = Math.max(seen.lcp, entry.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(seen), 500);
  });
}
