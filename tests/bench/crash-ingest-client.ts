import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '~/cli/boot/sql-client.ts';
import { system } from '~/server/access/actor.ts';
import { closeDatabase } from '~/server/db/client.ts';
import { takeInReceived } from '~/server/record/take-in-received.ts';

/**
 * A worker that is made to be killed: takes in whatever waits, in the order it was handed in, and notes each beginning. The
 * connection may be cut and the server may be recovering: then it tries again. Arguments: database, file of notes.
 */
const [, , url = '', notes = ''] = process.argv;
const actor = system('worker');
let wanted = true;
process.on('SIGTERM', () => {
  wanted = false;
});

while (wanted)
  try {
    const next = await withClient(url, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `select id from record_batch where state = 'received' order by file_name limit 1`,
      );
      return rows[0]?.id;
    });
    if (next) {
      appendFileSync(notes, `${next}\n`);
      await takeInReceived(actor, next);
    } else await sleep(20);
  } catch (fault) {
    if (!isLost(fault)) throw fault;
    await sleep(50);
  }
await closeDatabase();

/** The connection broke or the server is going down or recovering (classes 08 and 57 of the error codes). */
function isLost(fault: unknown): boolean {
  const { code = '' } = fault as { code?: string };
  return (
    /^(08|57P|P1|P2|E[A-Z]+$)/.test(code) ||
    /terminat|not queryable|closed|reach database|database-refuses|database-unreachable|recovery|starting up/i.test(
      String(fault),
    )
  );
}
