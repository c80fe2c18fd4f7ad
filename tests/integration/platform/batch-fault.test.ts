import type { Readable } from 'node:stream';
import { to } from 'pg-copy-streams';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';

freshDatabase();

test('a fault beside a stream that nobody reads to its end comes out instead of waiting for ever', async () => {
  const work = withBatchTransaction(async ({ client }) => {
    const rows: Readable = client.query(
      to("copy (select repeat('x', 1000) from generate_series(1, 200000)) to stdout"),
    );
    rows.on('error', () => undefined); // it is cut
    await new Promise((resolve) => rows.once('readable', resolve));
    throw new Error('the other side failed');
  });
  await expect(work).rejects.toThrow('the other side failed');
});
