import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { aDay, keeper } from '#tests/factories/ledger.ts';
import { fen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { AccountId } from '~/domain/ledger/account.ts';
import { readerOf } from '~/server/db/batch-client.ts';
import type { Reader } from '~/server/db/client.ts';
import { placeHold } from '~/server/ledger/place-hold.ts';
import { postBatch } from '~/server/ledger/post-batch.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { releaseHold } from '~/server/ledger/release-hold.ts';
import { settleHold } from '~/server/ledger/settle-hold.ts';

/**
 * A client of the ledger that is made to be killed. It notes what it is about to ask (`?`), and what was acknowledged
 * (`=` with the amount) once the commit has returned; who comes after it asks the last unanswered thing again.
 * Arguments: database, file of notes, name, number to begin with, pool, bank.
 */
const [, , url = '', notes = '', name = '', from = '0', pool = '', bank = ''] = process.argv;
const note = (line: string) => appendFileSync(notes, `${line}\n`);
const legOf = (amount: number) => ({ from: pool as AccountId, to: bank as AccountId, amount: fen(amount) });
let client: pg.Client | undefined;
let wanted = true;
process.on('SIGTERM', () => {
  wanted = false;
});

for (let n = Number(from); wanted; n += 1) {
  note(`? ${n}`);
  await untilDone(() => operation(n));
}
await client?.end();

/** The connection may be cut and the server may be recovering: the same request is sent until it is answered. */
async function untilDone(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (fault) {
      if (!isLost(fault)) throw fault;
      client = undefined;
      await sleep(20);
    }
  }
}

/** The connection broke or the server is going down or recovering (classes 08 and 57 of the error codes). */
function isLost(fault: unknown): boolean {
  const { code = '' } = fault as { code?: string };
  return /^(08|57P|E[A-Z]+$)/.test(code) || /terminat|not queryable|closed/i.test(String(fault));
}

async function committed<T>(work: (tx: Reader) => Promise<T>): Promise<T> {
  client ??= await connect();
  await client.query('begin');
  const value = await work({ $queryRaw: readerOf(client) });
  await client.query('commit');
  return value;
}

async function connect(): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: url });
  made.on('error', () => undefined); // the query that is under way rejects
  await made.connect();
  return made;
}

/** What is done under a number is always the same, so that asking again is asking the same. */
async function operation(n: number): Promise<void> {
  const amount = (n % 97) + 1;
  const rest = { kind: 'crash.moved', effectiveOn: aDay };
  if (n % 4 < 2) {
    const key = `${name}-${n}`;
    insist(await committed((tx) => postTransfer(tx, keeper, { ...rest, key, legs: [legOf(amount)] })));
    return note(`= ${key} ${amount}`);
  }
  if (n % 4 === 2) return holdAndEnd(n, amount);
  const batch = Array.from({ length: 20 }, (_, i) => ({
    ...rest,
    key: `${name}-${n}-${i}`,
    leg: legOf(amount),
  }));
  insist(await committed((tx) => postBatch(tx, keeper, batch)));
  for (const { key } of batch) note(`= ${key} ${amount}`);
}

/** Sets money aside in one transaction, and pays it or gives it back in another. */
async function holdAndEnd(n: number, amount: number): Promise<void> {
  const key = `${name}-${n}-hold`;
  const held = {
    key,
    kind: 'crash.paid',
    placedOn: aDay,
    expiresOn: null,
    legs: [legOf(amount)],
    charges: [],
  };
  const { holdId } = insist(await committed((tx) => placeHold(tx, keeper, held)));
  note(`+ ${key} ${amount}`);
  if (n % 8 === 2) {
    insist(await committed((tx) => releaseHold(tx, keeper, holdId, 'crash')));
    return note(`- ${key} 0`);
  }
  const paid = { key: `${name}-${n}-paid`, effectiveOn: aDay };
  insist(await committed((tx) => settleHold(tx, keeper, holdId, paid)));
  note(`= ${paid.key} ${amount}`);
}
