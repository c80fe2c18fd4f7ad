import { expect, test } from 'vitest';
import { safeError, withoutValues } from './safe-error.ts';

const personal = [
  '13800138000',
  '李小龙',
  'li@example.com',
  '91640100MAXX00015K',
  'Sunflower-77',
  '640102199001011234',
];
const kept = (error: unknown) => JSON.stringify(safeError(error));

test.each(personal)('%s does not survive in a message', (value) => {
  for (const message of [`cannot take "${value}"`, `no person '${value}' here`, `value \`${value}\``])
    expect(withoutValues(message)).not.toContain(value);
});

test('what a database says of a row is dropped, its code and the names of its objects are kept', () => {
  class DatabaseError extends Error {}
  const thrown = Object.assign(new DatabaseError('duplicate key 13800138000'), {
    code: '23505',
    table: 'user_account',
    constraint: 'user_account_login_key',
    detail: 'Key (login)=(李小龙) already exists.',
    where: 'COPY user_account, line 1: "li@example.com"',
    parameters: ['Sunflower-77'],
  });
  expect(safeError(thrown)).toMatchObject({
    type: 'DatabaseError',
    message: '',
    code: '23505',
    table: 'user_account',
    constraint: 'user_account_login_key',
  });
  for (const value of personal) expect(kept(thrown)).not.toContain(value);
});

test('a cause is kept by the same rule, and where it was thrown stays readable', () => {
  const error = safeError(new Error('outer', { cause: new Error('telephone 13800138000') }));
  expect(error.cause?.message).toBe('telephone …');
  expect(error.stack).toContain('safe-error.test.ts');
});

test('a thrown text is not quoted', () => {
  expect(kept('李小龙')).not.toContain('李小龙');
});
