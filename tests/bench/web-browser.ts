import { chromium } from '@playwright/test';
import { findBrowser } from '~/cli/boot/browser.ts';

export type Paint = {
  /** Largest contentful paint, in milliseconds from the start of navigation. */
  readonly lcp: number;
  /** Cumulative layout shift. */
  readonly shift: number;
};

/** How a page appears in a real browser, as the browser itself measures it. */
export async function paintOf(address: string): Promise<Paint> {
  const { executablePath, args, env } = findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: env as Record<string, string>,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    await page.goto(address); // the first visit fills the caches of the server
    await page.goto(address, { waitUntil: 'networkidle' });
    return await page.evaluate(observePaint);
  } finally {
    await browser.close();
  }
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
