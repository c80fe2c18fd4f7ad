import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import policies from '#prisma/seed/policy/reconciliation.json' with { type: 'json' };
import { day } from '~/domain/kernel/day.ts';
import { authorities, modeOf, proposalOf } from './precedence.ts';
import { type Claims, decideBy, effectOf } from './three-way.ts';

const same = (a: string, b: string) => a === b;
const claim = fc.constantFrom<string | null | undefined>('A', 'B', null, undefined);
const conflicts = fc.record({
  claims: fc.record({ own: fc.constantFrom('A', null), provider: claim, third: claim }),
  authority: fc.constantFrom(...authorities),
  decidedHere: fc.boolean(),
  mode: fc.constantFrom('propose' as const, 'stand' as const),
});
const propose = (claims: Claims<string>, authority: (typeof authorities)[number], decidedHere = false) =>
  proposalOf(claims, authority, { decidedHere, mode: 'stand' });

describe('who made the determination goes before copies', () => {
  test('whichever source that is', () => {
    const claims = { own: 'A', provider: 'B', third: 'A' };
    expect(propose(claims, 'provider')).toEqual({ party: 'provider', why: 'authority-says', stands: true });
    expect(propose(claims, 'third')).toMatchObject({ party: 'third', why: 'authority-says' });
    expect(propose(claims, 'none')).toBeNull();
  });

  test('a record that the authority lacks is proposed to end, and ends by nobody but a person', () => {
    expect(propose({ own: 'A', provider: null, third: 'A' }, 'provider')).toEqual({
      ...{ party: 'provider', why: 'authority-lacks', stands: false },
    });
  });

  test('what a case decided here waits for a person, so a repaired record does not come back by a copy', () => {
    expect(propose({ own: null, provider: 'A', third: 'A' }, 'provider', true)).toEqual({
      ...{ party: 'own', why: 'decided-here', stands: false },
    });
  });

  test('nothing stands but what the authority says, where policy lets it, and it never revokes', () => {
    fc.assert(
      fc.property(conflicts, ({ claims, authority, decidedHere, mode }) => {
        const proposal = proposalOf(claims, authority, { decidedHere, mode });
        expect(proposal === null && decidedHere).toBe(false);
        if (!proposal) return;
        expect(proposal.party === 'own' ? decidedHere : proposal.party === authority).toBe(true);
        if (!proposal.stands) return;
        expect([mode, decidedHere]).toEqual(['stand', false]);
        expect(effectOf(claims.own, claims[proposal.party] ?? null, same)).not.toBe('revoke');
      }),
    );
  });
});

test('the policy names a way for every item, and its worked examples hold', () => {
  const [, policy] = policies;
  if (!policy?.body.precedence) throw new Error('the second version has a rule of precedence');
  const rule = policy.body.precedence as { otherwise: 'propose'; stand: string[] };
  const examples: readonly { foundOn?: string; dueOn?: string; item?: string; mode?: string }[] =
    policy.examples;
  for (const example of examples) {
    if (example.foundOn && example.dueOn)
      expect(decideBy(day(example.foundOn), policy.body.decideWorkingDays)).toBe(example.dueOn);
    if (example.item) expect(modeOf(rule, example.item)).toBe(example.mode);
  }
});
