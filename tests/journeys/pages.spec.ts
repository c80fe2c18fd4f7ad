import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { pagePatterns, patternOf } from './page-table.ts';
import { signIn } from './sign-in.ts';

/** Who walks where: from the first pages on, along the links, through every page of the area. */
const walks: readonly {
  readonly login: string | null;
  readonly area: RegExp;
  readonly from: readonly string[];
}[] = [
  {
    login: null,
    area: /^\/(?!my|bank|operator|provider|regulator|api|account|inbox)/,
    from: ['/', '/no-such-page'],
  },
  { login: 'owner', area: /^\/(my|account|inbox)/, from: ['/my', '/account', '/inbox'] },
  { login: 'owner-loan', area: /^\/my/, from: ['/my'] },
  { login: 'officer', area: /^\/bank/, from: ['/bank'] },
  { login: 'bank-admin', area: /^\/bank/, from: ['/bank/people'] },
  { login: 'liaison-tax', area: /^\/provider/, from: ['/provider'] },
  { login: 'operator-data', area: /^\/operator/, from: ['/operator'] },
  { login: 'operator-risk', area: /^\/operator/, from: ['/operator'] },
  { login: 'system', area: /^\/operator/, from: ['/operator'] },
  { login: 'security', area: /^\/operator/, from: ['/operator'] },
  { login: 'audit', area: /^\/operator/, from: ['/operator'] },
  { login: 'regulator', area: /^\/regulator/, from: ['/regulator'] },
];

/** Pages behind a secret link, which their own journey opens. */
const elsewhere = ['/invite/:token'];
const visited = new Set<string>();

test.describe.configure({ mode: 'serial' });

for (const { login, area, from } of walks)
  test(`${login ?? 'a visitor'} finds every page readable, in both languages, at 360 and 1440 px`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const errors = collectErrors(page);
    if (login) await signIn(page, login);
    const waiting = [...from];
    const seen = new Set<string>();
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      const pattern = patternOf(new URL(address, 'http://x').pathname) ?? '/*';
      if (seen.has(pattern) || !area.test(address)) continue;
      seen.add(pattern);
      const isNew = !visited.has(pattern);
      await open(page, address);
      if (isNew) await checkBothLanguages(page, address);
      visited.add(pattern);
      waiting.push(...(await linksOf(page)));
    }
    expect.soft(errors(), 'errors in the console').toEqual([]);
  });

test('no page of the product was left out', () => {
  expect(pagePatterns.filter((pattern) => !visited.has(pattern) && !elsewhere.includes(pattern))).toEqual([]);
});

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
