import { describe, expect, it } from 'vitest';
import { checkPassword } from './password.ts';

describe('a password', () => {
  it.each([
    ['Xinqiao-2026', 'owner', null],
    ['correct horse battery', 'lin', null],
    ['密码足够长2026-桥头', 'lin', null],
    ['Short-1', 'lin', 'access.password-short'],
    [`${'ab1-'.repeat(33)}`, 'lin', 'access.password-long'],
    ['onlyletters', 'lin', 'access.password-plain'],
    ['1234567890', 'lin', 'access.password-plain'],
    ['1-1-1-1-1-1-1', 'lin', 'access.password-plain'],
    ['Xinqiao-LIN.h-1', 'lin.h', 'access.password-names-you'],
  ])('%s for %s: %s', (password, login, code) => {
    const result = checkPassword(password, login);
    expect(result.ok ? null : result.refusal.code).toBe(code);
  });
});
