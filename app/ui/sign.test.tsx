import { Check, icons } from 'lucide-react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { navIcons } from './parts/icons.ts';
import { signOf } from './parts/sign.tsx';

const shapes = (html: string) => html.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');

test('each sign has the shapes that the library draws', () => {
  expect(Object.keys(icons).length).toBeGreaterThan(1_000);
  for (const icon of Object.values(icons)) {
    const [Sign, Plain] = [signOf(icon, 2), icon];
    expect(shapes(renderToStaticMarkup(<Sign className="size-4" />))).toBe(
      shapes(renderToStaticMarkup(<Plain />)),
    );
  }
});

test('every sign of a menu is drawn', () => {
  for (const Sign of Object.values(navIcons))
    expect(renderToStaticMarkup(<Sign />)).toMatch(
      /<svg[^>]*>(<(path|circle|rect|line|ellipse|poly\w+) [^>]+><\/\w+>)+<\/svg>/,
    );
});

test('a sign is made once for a width of its lines', () => {
  expect(signOf(Check, 2)).toBe(signOf(Check, 2));
  expect(signOf(Check, 2)).not.toBe(signOf(Check, 1));
});
