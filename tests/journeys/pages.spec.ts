import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { pagePatterns, patternOf } from './page-table.ts';
import { signIn } from './sign-in.ts';

type Area = {
  readonly name: string;
  readonly holds: RegExp;
  /** Who walks it, one after the other, and from where; a visitor has no login. */
  readonly walkers: readonly { readonly login: string | null; readonly from: readonly string[] }[];
};

const areas: readonly Area[] = [
  {
    name: 'what everybody sees',
    holds: /^\/(?!(my|bank|operator|provider|regulator|account|inbox)(\/|$))/,
    walkers: [{ login: null, from: ['/', '/login', '/no-such-page'] }],
  },
  {
    name: 'the rooms of a firm',
    holds: /^\/(my|account|inbox)(\/|$)/,
    walkers: [
      { login: 'owner', from: ['/my', '/account', '/inbox'] },
      { login: 'owner-loan', from: ['/my'] },
    ],
  },
  {
    name: 'the rooms of a bank',
    holds: /^\/bank(\/|$)/,
    walkers: [
      { login: 'officer', from: ['/bank'] },
      { login: 'bank-admin', from: ['/bank/people'] },
    ],
  },
  {
    name: 'the desks of the operator',
    holds: /^\/operator(\/|$)/,
    walkers: ['operator-data', 'operator-risk', 'system', 'security', 'audit'].map((login) => ({
      login,
      from: ['/operator'],
    })),
  },
  {
    name: 'the rooms of providers and regulators',
    holds: /^\/(provider|regulator)(\/|$)/,
    walkers: [
      { login: 'liaison-tax', from: ['/provider'] },
      { login: 'regulator', from: ['/regulator'] },
    ],
  },
];

/** Pages behind a secret link, which their own journey opens. */
const elsewhere = ['/invite/:token'];

test.describe.configure({ mode: 'parallel' });

for (const { name, holds, walkers } of areas)
  test(`${name}: every page is readable in both languages at 360 and 1440 px`, async ({ page, context }) => {
    test.setTimeout(300_000);
    const errors = collectErrors(page);
    const visited = new Set<string>();
    for (const { login, from } of walkers) {
      await context.clearCookies();
      if (login) await signIn(page, login);
      await walk(page, holds, from, visited);
    }
    expect.soft(errors(), 'errors in the console').toEqual([]);
    const wanted = pagePatterns.filter((pattern) => holds.test(pattern) && !elsewhere.includes(pattern));
    expect(
      wanted.filter((pattern) => !visited.has(pattern)),
      'pages no link led to',
    ).toEqual([]);
  });

/** Opens every kind of page that links lead to from the first ones, each kind once, and checks what is new. */
async function walk(page: Page, holds: RegExp, from: readonly string[], visited: Set<string>): Promise<void> {
  const waiting = [...from];
  const seen = new Set<string>();
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    const pathname = new URL(address, 'http://x').pathname;
    const pattern = patternOf(pathname) ?? (address === '/no-such-page' ? '/*' : undefined);
    if (!pattern || seen.has(pattern) || !holds.test(pathname)) continue;
    seen.add(pattern);
    await open(page, address);
    if (!visited.has(pattern)) await checkBothLanguages(page, address);
    visited.add(pattern);
    waiting.push(...(await linksOf(page)));
  }
}

async function open(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  const expected = address === '/no-such-page' ? 404 : 200;
  expect.soft(response?.status(), address).toBe(expected);
}

async function checkBothLanguages(page: Page, address: string): Promise<void> {
  await check(page, address);
  await speak(page, 'en');
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, address);
  await expect.soft(page.locator('html'), address).toHaveAttribute('lang', 'en');
  await check(page, address);
  await speak(page, 'zh-CN');
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, address);
}

/** Changes the language the way its button does. */
async function speak(page: Page, lang: 'zh-CN' | 'en'): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  await page.request.post('/locale', { form: { lang, next: '/healthz' }, headers });
}

async function check(page: Page, address: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const named = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect.soft(named, `axe on ${address}`).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(sideways, `${address} scrolls sideways`).toBe(0);
}

/** Where the links of the page lead, in the order in which they stand. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((link) => link.origin === location.origin && !link.download)
      .map((link) => link.pathname + link.search),
  );

function collectErrors(page: Page): () => string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const isExpected = /status of 404/.test(message.text());
    if (message.type() === 'error' && !isExpected) errors.push(`${page.url()}: ${message.text()}`);
  });
  return () => errors;
}
