import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UserId } from '~/domain/kernel/id.ts';
import type { Command } from './application.ts';
import { interestIn } from './hands.ts';
import { bankCommands, commandKinds, isBankStep } from './state.ts';

const people = ['a', 'b', 'c', 'd'] as UserId[];
const [taker, other, maker] = people as [UserId, UserId, UserId];
const person = fc.constantFrom(...people);
const moment = new Date('2026-11-27T02:00:00Z');

/** A command as its kind states it: who acts, or to whom it is given. */
const commandOf = (kind: string, who: UserId) =>
  ({ kind, by: who, to: who, pickupDueAt: moment, decisionDueAt: moment }) as unknown as Command;
const plain = (kind: string) => ({ kind }) as Command;

describe('interestIn', () => {
  it('stops whoever takes any step of the bank', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bankCommands), person, fc.subarray(people), (kind, by, interested) => {
        const command = ['contract', 'disburse'].includes(kind) ? plain(kind) : commandOf(kind, by);
        const refused = interestIn(command, by, { makerId: null }, interested);
        expect(refused !== null).toBe(interested.includes(by));
      }),
    );
  });

  it('stops nobody who has none, and no step of the firm or of time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...commandKinds),
        person,
        person,
        fc.subarray(people),
        (kind, by, made, all) => {
          const far = all.filter((id) => id !== by && id !== made);
          expect(interestIn(commandOf(kind, by), by, { makerId: made }, far)).toBeNull();
          if (!isBankStep(kind))
            expect(interestIn(commandOf(kind, by), by, { makerId: made }, people)).toBeNull();
        },
      ),
    );
  });

  it('stops a proposal whose maker declared an interest since, but not that it goes back or to somebody else', () => {
    const made = { makerId: maker };
    const maker1 = [maker];
    expect(interestIn(commandOf('decide', taker), taker, made, maker1)).toEqual({
      code: 'application.maker-interest',
    });
    expect(interestIn(commandOf('decide', maker), maker, made, maker1)).toEqual({
      code: 'application.interest',
    });
    expect(interestIn(commandOf('send-back', taker), taker, made, maker1)).toBeNull();
    expect(interestIn({ kind: 'assign', to: other }, taker, made, maker1)).toBeNull();
    expect(interestIn({ kind: 'assign', to: maker }, taker, made, maker1)).toEqual({
      code: 'application.interest',
    });
    expect(interestIn({ kind: 'contract' }, taker, made, maker1)).toBeNull();
  });
});
