import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The steps of one session in order; each is one statement or call over the session's connection. */
export type Session = readonly ((client: pg.Client) => Promise<unknown>)[];

/** Every order in which the steps of sessions can follow each other, as the numbers of the sessions. */
export function interleavings(lengths: readonly number[]): number[][] {
  if (lengths.every((n) => n === 0)) return [[]];
  return lengths.flatMap((n, session) =>
    n === 0
      ? []
      : interleavings(lengths.map((m, i) => (i === session ? m - 1 : m))).map((rest) => [session, ...rest]),
  );
}

/**
 * Runs sessions in one order: a step that waits for a lock is left waiting while the others go on, as PostgreSQL's own
 * isolation tests do. Answers what each session's steps gave.
 */
export async function runInterleaved(
  url: string,
  sessions: readonly Session[],
  order: readonly number[],
): Promise<unknown[][]> {
  const watch = await open(url);
  const running = await Promise.all(
    sessions.map(async (steps) => new RunningSession(await open(url), steps)),
  );
  for (const session of order) await running[session]?.advance(watch);
  const answers = await Promise.all(running.map((session) => session.end()));
  await watch.end();
  return answers;
}

class RunningSession {
  readonly #answers: unknown[] = [];
  readonly #steps: Iterator<Session[number]>;
  #under: Promise<unknown> = Promise.resolve();

  constructor(
    readonly client: pg.Client,
    steps: Session,
  ) {
    this.#steps = steps[Symbol.iterator]();
  }

  /** Begins the next step once the one before is done, and returns when it is done or waits for a lock. */
  async advance(watch: pg.Client): Promise<void> {
    const step = this.#steps.next();
    if (step.done) throw new Error('an order with more steps than the session has');
    this.#under = this.#under.then(async () => this.#answers.push(await step.value(this.client)));
    const { processID } = this.client as unknown as { processID: number };
    await settledOrWaiting(watch, processID, this.#under);
  }

  async end(): Promise<unknown[]> {
    await this.#under;
    await this.client.end();
    return this.#answers;
  }
}

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function settledOrWaiting(watch: pg.Client, pid: number, work: Promise<unknown>): Promise<void> {
  let settled = false;
  const done = work.then(() => {
    settled = true;
  });
  for (;;) {
    await Promise.race([done, sleep(3)]);
    if (settled) return;
    const { rows } = await watch.query('select cardinality(pg_blocking_pids($1)) > 0 as waits', [pid]);
    if (rows[0]?.waits) return;
  }
}
