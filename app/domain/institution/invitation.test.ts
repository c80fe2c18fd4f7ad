import { expect, test } from 'vitest';
import { invitationState, openInvitation } from './invitation.ts';

const before = new Date('2026-11-20T00:00:00Z');
const now = new Date('2026-11-23T00:00:00Z');
const later = new Date('2026-11-30T00:00:00Z');

test.each([
  [{ acceptedAt: null, revokedAt: null, expiresAt: later }, 'open'],
  [{ acceptedAt: null, revokedAt: null, expiresAt: now }, 'expired'],
  [{ acceptedAt: null, revokedAt: before, expiresAt: later }, 'revoked'],
  [{ acceptedAt: before, revokedAt: null, expiresAt: before }, 'used'],
])('a link %j is %s', (link, state) => {
  expect(invitationState(link, now)).toBe(state);
});

test('only an open link is let through', () => {
  expect(openInvitation({ state: 'open' }).ok).toBe(true);
  for (const state of ['used', 'revoked', 'expired'] as const)
    expect(openInvitation({ state })).toEqual({ ok: false, refusal: { code: `access.invitation-${state}` } });
});
