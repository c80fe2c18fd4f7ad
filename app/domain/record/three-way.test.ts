import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agree, effectOf } from './three-way.ts';

const same = (a: string, b: string) => a === b;

test.each([
  [{ own: 'a', provider: 'a', third: 'a' }, true],
  [{ own: 'a', provider: 'a' }, true],
  [{ own: 'a', provider: 'a', third: 'b' }, false],
  [{ own: 'a', provider: null }, false],
  [{ own: null, provider: 'a', third: 'a' }, false],
  [{ own: null, third: null }, true],
  [{}, true],
])('%o agree: %s', (claims, verdict) => {
  expect(agree(claims, same)).toBe(verdict);
});

test('after its effect a verdict holds, and deciding it again does nothing', () => {
  const claim = fc.option(fc.constantFrom('a', 'b'), { nil: null });
  fc.assert(
    fc.property(claim, claim, (held, chosen) => {
      const effect = effectOf(held, chosen, same);
      const after = effect === 'none' ? held : effect === 'revoke' ? null : chosen;
      expect(after).toBe(chosen);
      expect(effectOf(after, chosen, same)).toBe('none');
    }),
  );
});
