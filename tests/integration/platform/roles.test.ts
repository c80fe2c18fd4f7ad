import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { withClient } from '~/cli/boot/sql-client.ts';

const { appUrl, batchUrl, ownerUrl } = freshDatabase();

test.each([
  ['xinqiao_app', appUrl],
  ['xinqiao_batch', batchUrl],
  ['xinqiao_owner', ownerUrl],
])('%s passes no row-level security and makes no roles', async (name, url) => {
  const role = await withClient(url, async (client) => {
    const { rows } = await client.query(
      'select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    );
    return rows[0];
  });
  expect(role).toEqual({ rolname: name, rolsuper: false, rolbypassrls: false, rolcreaterole: false });
});

test('the web role cannot change a table', async () => {
  const change = withClient(appUrl, (client) => client.query('alter table fact disable row level security'));
  await expect(change).rejects.toMatchObject({ code: '42501' });
});

test('a wrong password is refused: nobody is trusted for being local', async () => {
  const url = Object.assign(new URL(appUrl), { password: 'wrong' }).href;
  await expect(withClient(url, async () => undefined)).rejects.toMatchObject({
    refusal: { code: 'database-password-wrong', role: 'xinqiao_app' },
  });
});
