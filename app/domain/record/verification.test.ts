import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Breaker,
  breakerAfter,
  breakerAfterCall,
  breakerRestMs,
  breakerState,
  faultOfStatus,
  isCallable,
  pauseAfter,
  readAnswer,
} from './verification.ts';

const at = new Date('2026-11-27T08:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);

describe('the breaker', () => {
  test('opens after as many failures in a row as it says, rests, then lets one trial through', () => {
    let breaker: Breaker = { failures: 0, openUntil: null };
    for (let i = 1; i < breakerAfter; i += 1) {
      breaker = breakerAfterCall(breaker, 'timeout', at);
      expect(breakerState(breaker, at)).toBe('closed');
    }
    breaker = breakerAfterCall(breaker, 'timeout', at);
    expect(breakerState(breaker, later(breakerRestMs - 1))).toBe('open');
    expect(breakerState(breaker, later(breakerRestMs))).toBe('trial');
    const failedAgain = breakerAfterCall(breaker, 'busy', later(breakerRestMs));
    expect(breakerState(failedAgain, later(breakerRestMs + 1))).toBe('open');
    expect(breakerState(breakerAfterCall(failedAgain, null, at), at)).toBe('closed');
  });

  test('a success closes it after any history, and it is open only behind failures enough', () => {
    const history = fc.array(fc.boolean(), { maxLength: 40 });
    fc.assert(
      fc.property(history, (oks) => {
        let breaker: Breaker = { failures: 0, openUntil: null };
        let inARow = 0;
        for (const ok of oks) {
          breaker = breakerAfterCall(breaker, ok ? null : 'unreachable', at);
          inARow = ok ? 0 : inARow + 1;
          expect(breakerState(breaker, at)).toBe(inARow >= breakerAfter ? 'open' : 'closed');
        }
      }),
    );
  });
});

test('a call is tried three times, and only where another attempt can help', () => {
  expect([1, 2, 3].map((n) => pauseAfter(n, 'timeout'))).toEqual([200, 800, null]);
  expect(pauseAfter(1, 'refused')).toBeNull();
  expect(pauseAfter(1, 'unreadable')).toBeNull();
  expect([200, 401, 404, 429, 500, 503].map(faultOfStatus)).toEqual([
    ...[null, 'refused', 'refused', 'busy', 'busy', 'busy'],
  ]);
});

test('a band is the number of one that was asked for; a figure beside it is dropped', () => {
  const bands = { of: 'quantity', edges: ['10', '50'] } as const;
  expect(readAnswer({ answer: 'band', band: 2, value: 77 }, bands)).toEqual({ band: 2 });
  expect(readAnswer({ answer: 'no' }, bands)).toBe('no');
  for (const body of [
    { answer: 'yes' },
    { answer: 'band' },
    { answer: 'band', band: 3 },
    { answer: 'band', band: -1 },
    { answer: 'band', band: 0.5 },
  ])
    expect(readAnswer(body, bands)).toBeNull();
  expect(readAnswer({ answer: 'band', band: 1 })).toBeNull();
});

test('an answer is one of three words, and nothing beside it is read', () => {
  expect(readAnswer({ answer: 'yes', rows: [1] })).toBe('yes');
  for (const body of [null, 'yes', {}, { answer: 'YES' }, { answer: true }, []])
    expect(readAnswer(body)).toBeNull();
});

test.each([
  ['https://verify.example.gov.cn/ask', false, true],
  ['http://verify.example.gov.cn/ask', true, false],
  ['http://127.0.0.1:9000/ask', true, true],
  ['http://127.0.0.1:9000/ask', false, false],
  ['https://user:secret@example.gov.cn', true, false],
  ['file:///etc/passwd', true, false],
  ['nowhere', true, false],
])('%s with a platform of its own (%s): %s', (url, onlyHere, may) =>
  expect(isCallable(url, onlyHere)).toBe(may),
);
