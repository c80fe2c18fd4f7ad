import { Check, Siren } from 'lucide-react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { signOf } from './parts/sign.tsx';

const shapes = (html: string) => html.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');

test('a sign has the shapes that the library draws', () => {
  for (const icon of [Check, Siren]) {
    const [Sign, Plain] = [signOf(icon, 2), icon];
    expect(shapes(renderToStaticMarkup(<Sign className="size-4" />))).toBe(
      shapes(renderToStaticMarkup(<Plain />)),
    );
  }
});

test('a sign is made once for a width of its lines', () => {
  expect(signOf(Check, 2)).toBe(signOf(Check, 2));
  expect(signOf(Check, 2)).not.toBe(signOf(Check, 1));
});
