import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { buildPartPages } from '#tests/parts/page.ts';

/** Rules about whole documents; the gallery puts many parts on one page and has titles and landmarks of all of them. */
const documentRules = [
  'heading-order',
  'page-has-heading-one',
  'landmark-unique',
  'landmark-no-duplicate-main',
];

let pages: Awaited<ReturnType<typeof buildPartPages>> = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  pages = await buildPartPages(['zh-CN', 'en']);
});

for (const width of [360, 1440]) {
  test(`every part is accessible and fits at ${width} px in both languages`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 900 });
    for (const { name, html } of pages) {
      await page.setContent(html);
      expect.soft(await sidewaysScroll(page), `${name} scrolls sideways`).toBe(0);
      await openEverything(page);
      const { violations } = await new AxeBuilder({ page })
        .disableRules(name.startsWith('gallery') ? documentRules : [])
        .analyze();
      expect
        .soft(
          violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
          name,
        )
        .toEqual([]);
      expect.soft(await sidewaysScroll(page), `${name} scrolls sideways when opened`).toBe(0);
      expect.soft(await collidingTexts(page), `${name} has colliding chart texts`).toEqual([]);
    }
  });
}

/** Menus, confirmations and the tables behind charts are parts too. */
const openEverything = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Pairs of texts of one drawing whose boxes overlap by more than a hair. */
const collidingTexts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('svg')].flatMap((svg) => {
      const texts = [...svg.querySelectorAll('text')].filter(
        (text) => text.getBoundingClientRect().width > 0,
      );
      return texts.flatMap((one, index) =>
        texts.slice(index + 1).flatMap((other) => {
          const a = one.getBoundingClientRect();
          const b = other.getBoundingClientRect();
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return across > 1 && down > 3 ? [`${one.textContent} / ${other.textContent}`] : [];
        }),
      );
    }),
  );
