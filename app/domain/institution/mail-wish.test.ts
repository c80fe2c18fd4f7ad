import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkMailCode,
  isQuiet,
  type MailWish,
  mailCode,
  mailModes,
  mailPauses,
  nextTry,
  outcomeOfCode,
  planMail,
  sequelOfMail,
  silentWish,
} from './mail-wish.ts';

const at = (text: string) => new Date(`2026-11-${text}+08:00`);
const wish = (over: Partial<MailWish> = {}): MailWish => ({ ...silentWish, mode: 'at-once', ...over });
const plan = (over: Partial<MailWish>, now: string, urgent = false) =>
  planMail(wish(over), { id: 'm', urgent }, at(now));

describe('when a person hears of a message', () => {
  test.each([
    ['at once in the day', {}, '27T10:00', false, 'single', '27T10:00'],
    ['held back over night', {}, '27T22:30', false, 'digest', '28T07:00'],
    ['held back in the small hours', {}, '27T03:00', false, 'digest', '27T07:00'],
    ['the hour they end at is not quiet', {}, '27T07:00', false, 'single', '27T07:00'],
    ['an urgent one wakes up', {}, '27T03:00', true, 'single', '27T03:00'],
    ['unless it may not', { urgentAnytime: false }, '27T03:00', true, 'digest', '27T07:00'],
    ['daily: with the next digest', { mode: 'daily' }, '27T10:00', false, 'digest', '28T08:00'],
    ['daily: before its hour, today', { mode: 'daily' }, '27T07:30', false, 'digest', '27T08:00'],
    ['daily: an urgent one does not wait', { mode: 'daily' }, '27T10:00', true, 'single', '27T10:00'],
    [
      'daily: a digest keeps quiet, too',
      { mode: 'daily', digestHour: 5 },
      '27T10:00',
      false,
      'digest',
      '28T07:00',
    ],
    ['equal hours are no quiet', { quietFrom: 5, quietTo: 5 }, '27T05:00', false, 'single', '27T05:00'],
  ] as const)('%s', (_, over, now, urgent, kind, due) => {
    expect(plan(over, now, urgent)).toMatchObject({ kind, dueAt: at(due) });
  });

  test('one who wants none gets none, however urgent', () => {
    expect(plan({ mode: 'off' }, '27T10:00', true)).toBeNull();
  });

  test('what waits for one hour shares a mail, whenever it came', () => {
    expect(plan({ mode: 'daily' }, '27T10:00')?.slot).toBe(plan({ mode: 'daily' }, '27T19:00')?.slot);
  });
});

const hour = fc.integer({ min: 0, max: 23 });
const wishes = fc.record({
  mode: fc.constantFrom(...mailModes),
  digestHour: hour,
  quietFrom: hour,
  quietTo: hour,
  urgentAnytime: fc.boolean(),
});
const instants = fc.date({ min: at('01T00:00'), max: at('30T00:00'), noInvalidDate: true });

test('nothing comes in quiet hours but an urgent message that may; all within two days', () => {
  fc.assert(
    fc.property(wishes, instants, fc.boolean(), (given, now, urgent) => {
      const planned = planMail(given, { id: 'm', urgent }, now);
      if (given.mode === 'off') {
        expect(planned).toBeNull();
        return;
      }
      const due = planned?.dueAt as Date;
      expect(due >= now && due.getTime() - now.getTime() <= 48 * 3_600_000).toBe(true);
      if (isQuiet(given, due)) expect(urgent && given.urgentAnytime).toBe(true);
    }),
  );
});

test('a refusal is final, anything else is tried again until the pauses are over', () => {
  expect([250, 451, 550, null].map((code) => outcomeOfCode(code))).toEqual([
    'deferred',
    'deferred',
    'refused',
    'unreachable',
  ]);
  expect(sequelOfMail('delivered', 1)).toBe('sent');
  expect(sequelOfMail('refused', 1)).toBe('failed');
  expect(sequelOfMail('deferred', 1)).toEqual({ seconds: mailPauses[0] });
  expect(sequelOfMail('unreachable', mailPauses.length)).toEqual({ seconds: mailPauses.at(-1) });
  expect(sequelOfMail('unreachable', mailPauses.length + 1)).toBe('failed');
});

test.each([
  ['in the day it is tried when the pause ends', {}, 'single', false, '27T10:00', '27T10:00'],
  ['at night it waits for the morning', {}, 'digest', false, '27T22:00', '28T07:00'],
  ['a code waits for nothing', {}, 'code', false, '27T22:00', '27T22:00'],
  ['an urgent one wakes up', {}, 'single', true, '27T22:00', '27T22:00'],
  ['unless it may not', { urgentAnytime: false }, 'single', true, '27T22:00', '28T07:00'],
] as const)('a mail that failed: %s', (_, over, kind, urgent, ends, next) => {
  expect(nextTry(wish(over), { kind, urgent }, at(ends))).toEqual(at(next));
});

test('a code confirms in time and after few wrong ones', () => {
  const now = at('27T10:00');
  const waiting = { expiresAt: at('27T10:30'), tries: 0 };
  expect(checkMailCode(waiting, true, now).ok).toBe(true);
  expect(checkMailCode(waiting, false, now)).toMatchObject({ refusal: { left: mailCode.tries - 1 } });
  for (const over of [
    { ...waiting, tries: mailCode.tries },
    { ...waiting, expiresAt: now },
    { expiresAt: null, tries: 0 },
  ])
    expect(checkMailCode(over, true, now)).toMatchObject({ refusal: { code: 'access.mail-code-over' } });
});
