import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkIdentityDecision, identityLinkEnds, identityState } from './identity-check.ts';

const duties = { decideWithinHours: 24, linkDays: 7 };
const askedAt = new Date('2026-11-27T02:00:00Z');
const later = (hours: number) => new Date(askedAt.getTime() + hours * 3_600_000);
const asked = { askedBy: 'one', askedAt, decision: null, expiresAt: null };

test('waits some hours for a second person, then lapses; what was decided stays decided', () => {
  expect(identityState(asked, later(23), duties)).toBe('waiting');
  expect(identityState(asked, later(24), duties)).toBe('lapsed');
  expect(identityState({ ...asked, decision: 'refused' }, later(1), duties)).toBe('refused');
  const expiresAt = identityLinkEnds(later(1), duties);
  const confirmed = { ...asked, decision: 'confirmed', expiresAt };
  expect(expiresAt).toEqual(later(1 + 7 * 24));
  expect(identityState(confirmed, later(7 * 24), duties)).toBe('open');
  expect(identityState(confirmed, expiresAt, duties)).toBe('over');
});

test('whoever asked never decides, and nobody decides twice or late', () => {
  const decide = (check: typeof asked | object, by: string, hours: number) =>
    checkIdentityDecision({ ...asked, ...check }, by, later(hours), duties);
  expect(decide({}, 'two', 1)).toMatchObject({ ok: true });
  expect(decide({ decision: 'refused' }, 'two', 1)).toMatchObject({
    refusal: { code: 'privacy.identity-decided' },
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (hours) => {
      expect(decide({}, 'one', hours).ok).toBe(false);
      expect(decide({}, 'two', hours).ok).toBe(hours < 24);
    }),
  );
});
