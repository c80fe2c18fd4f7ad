import { expect, test } from '@playwright/test';
import { buildLiveGallery } from '#tests/parts/page.ts';

let live: Awaited<ReturnType<typeof buildLiveGallery>>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  live = await buildLiveGallery();
});

test.beforeEach(async ({ page }) => {
  await page.setContent(
    `<!doctype html><html lang="en"><head><style>${live.css}</style></head><body></body></html>`,
  );
  await page.addScriptTag({ content: live.script, type: 'module' });
  await page.locator('[data-example]').first().waitFor();
});

test('a group of boxes is taken whole and left whole', async ({ page }) => {
  const tax = page.getByRole('group', { name: /^Tax/ });
  await tax.getByRole('button', { name: /Select all/ }).click();
  await expect(tax.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await tax.getByRole('button', { name: /Select none/ }).click();
  await expect(tax.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await tax.getByRole('checkbox').first().check();
  await expect(tax.getByRole('button', { name: /Select all/ })).toBeVisible();
});

test('a menu closes on Escape and gives the focus back', async ({ page }) => {
  const opener = page.locator('[data-example="menu"] summary');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Export' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Export' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Export' })).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a dialog opens over its link, keeps the focus and gives it back', async ({ page }) => {
  const opener = page.getByRole('link', { name: 'Consent receipt' });
  await opener.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Consent receipt' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the error summary takes the focus and leads to its field', async ({ page }) => {
  const summary = page.getByRole('alert', { name: /things need correcting/ });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: /amount/ }).click();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused();
});
