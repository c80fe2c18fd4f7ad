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

/** The longest walk first, so that it does not go on alone at the end. */
const areas: readonly Area[] = [
  {
    name: 'the desks of the operator',
    holds: /^\/(operator|definitions)(\/|$)/,
    walkers: ['operator-data', 'operator-risk', 'operator-funds', 'system', 'security', 'audit'].map(
      (login) => ({
        login,
        from: ['/operator'],
      }),
    ),
  },
  {
    name: 'what everybody sees',
    holds: /^\/(?!(my|bank|guarantee|operator|provider|regulator|account|inbox|definitions)(\/|$))/,
    walkers: [{ login: null, from: ['/', '/login', '/verify-receipt', '/verify-report', '/no-such-page'] }],
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
    name: 'the rooms of a guarantor',
    holds: /^\/guarantee(\/|$)/,
    walkers: [
      { login: 'guarantor', from: ['/guarantee'] },
      { login: 'guarantor-admin', from: ['/guarantee/limits'] },
    ],
  },
  {
    name: 'the rooms of providers and regulators',
    holds: /^\/(provider|regulator)(\/|$)/,
    walkers: [
      { login: 'liaison-tax', from: ['/provider'] },
      { login: 'liaison-court', from: ['/provider'] },
      { login: 'liaison-reform', from: ['/provider'] },
      { login: 'regulator', from: ['/regulator'] },
    ],
  },
];

/** Pages behind a link that is handed over or printed, which their own journey opens. */
const elsewhere = ['/invite/:token', '/person/:token', '/confirm/:token', '/verify-report/:code'];

test.describe.configure({ mode: 'parallel' });

for (const { name, holds, walkers } of areas)
  test(`${name}: every page is readable in both languages at 360 and 1440 px`, async ({ page, context }) => {
    test.setTimeout(600_000);
    const errors = collectErrors(page);
    const wanted = pagePatterns.filter((pattern) => holds.test(pattern) && !elsewhere.includes(pattern));
    const found: Found = { kinds: new Set(wanted), missing: new Set(wanted), addresses: new Map() };
    for (const { login, from } of walkers) {
      await context.clearCookies();
      if (login) await signIn(page, login);
      await walk(page, from, found);
    }
    expect.soft(errors(), 'errors in the console').toEqual([]);
    expect([...found.missing], 'pages no link led to').toEqual([]);
  });

/** The kinds of page of an area, those that nobody saw yet, and where links to each kind lead. */
type Found = {
  readonly kinds: ReadonlySet<string>;
  readonly missing: Set<string>;
  readonly addresses: Map<string, Set<string>>;
};

/**
 * Opens every kind of page that links lead to from the first ones, each kind once in an area, in Chinese on a desk;
 * then the same again in English on a telephone. A page shows each walker other rows, so each opens it for as long as
 * a kind is missing.
 */
async function walk(
  page: Page,
  from: readonly string[],
  { kinds, missing, addresses }: Found,
): Promise<void> {
  const opened = new Map<string, number>();
  const fresh: string[] = [];
  const waiting = [...from];
  for (const pattern of missing) waiting.push(...(addresses.get(pattern) ?? []));
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    const { pathname, searchParams } = new URL(address, 'http://x');
    const pattern = address === nowhere ? '/*' : patternOf(pathname);
    if (!pattern || !kinds.has(pattern) || missing.size === 0) continue;
    addresses.set(pattern, (addresses.get(pattern) ?? new Set()).add(address));
    const view = `${pattern} ${searchParams.get('tab')}`;
    const times = opened.get(view) ?? 0;
    const enough = pattern.includes(':') ? samples : 1;
    if (times >= (missing.has(pattern) ? patience : enough)) continue;
    opened.set(view, times + 1);
    if (!(await open(page, address))) continue;
    waiting.push(...(await linksOf(page)));
    if (!missing.delete(pattern)) continue;
    await check(page, `${address} zh-CN 1440`);
    await fits(page, `${address} zh-CN`, 360);
    fresh.push(address);
  }
  await look(page, 'en', 360);
  for (const address of fresh) {
    await open(page, address);
    await expect.soft(page.locator('html'), address).toHaveAttribute('lang', 'en');
    await check(page, `${address} en 360`, { colours: false });
    await fits(page, `${address} en`, 1440);
  }
  await look(page, 'zh-CN', 1440);
}

const nowhere = '/no-such-page';

/** How many addresses of one kind a walker tries: a firm's file is closed to a bank whose consent has ended. */
const patience = 8;

/** How many items of one kind, each with its tabs, a walker looks through for links to what is missing. */
const samples = 3;

/** Opens a page; false where a consent has ended, which closes one firm's file and not the kind of page. */
async function open(page: Page, address: string): Promise<boolean> {
  const response = await page.goto(address);
  if (response?.status() === 403) return false;
  expect.soft(response?.status(), address).toBe(address === nowhere ? 404 : 200);
  return true;
}

/** Changes the language the way its button does, and the width. */
async function look(page: Page, lang: 'zh-CN' | 'en', width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const headers = { 'sec-fetch-site': 'same-origin' };
  await page.request.post('/locale', { form: { lang, next: '/healthz' }, headers });
}

/** Colours change neither with the language nor with the width; their contrast is by far the slowest thing to judge. */
async function check(page: Page, address: string, { colours } = { colours: true }): Promise<void> {
  const rules = { 'color-contrast': { enabled: colours } };
  // Without frames there is nothing to gather in a second page, which the other mode opens each time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], rules }).setLegacyMode();
  const { violations } = await axe.analyze();
  const named = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect.soft(named, `axe on ${address}`).toEqual([]);
  await stays(page, address);
}

/** Whether the page, as it stands, is no wider than its window. */
async function stays(page: Page, address: string): Promise<void> {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(sideways, `${address} scrolls sideways`).toBe(0);
}

/** The same at another width; the window is as it was afterwards. */
async function fits(page: Page, address: string, width: number): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  await stays(page, `${address} ${width}`);
  if (before) await page.setViewportSize(before);
}

/** Where the links of the page lead, in the order in which they stand; then its forms that ask, with their first box ticked. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((link) => link.origin === location.origin && !link.download)
      .map((link) => link.pathname + link.search);
    const forms = [...document.querySelectorAll('form')].filter((form) => form.method === 'get');
    const asked = forms.map((form) => {
      form.querySelector<HTMLInputElement>('input[type=checkbox]:not(:checked)')?.click();
      const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
      const target = new URL(form.getAttribute('action') ?? location.href, location.href); // a field may be named "action"
      return `${target.pathname}?${new URLSearchParams(fields)}`;
    });
    return [...links, ...asked];
  });

function collectErrors(page: Page): () => string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const isExpected = /status of (403|404)/.test(message.text());
    if (message.type() === 'error' && !isExpected) errors.push(`${page.url()}: ${message.text()}`);
  });
  return () => errors;
}
