import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';

const batchSize = 500;
const waitMs = 100;

/** Notes in the outbox which orders are done, many in one statement: a row each would cost more than the jobs themselves. */
export type DoneMarks = {
  add(key: string): void;
  /** Writes what is left. */
  close(): Promise<void>;
};

/**
 * A mark that a crash loses does no harm: the order is asked for, found unknown or done, and at worst done again, which
 * changes nothing. A failure (the database restarts) is reported and tried again.
 */
export function openDoneMarks(report: (error: unknown) => void): DoneMarks {
  let keys: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = keys;
    keys = [];
    if (batch.length === 0) return;
    writing = writing
      .then(() => mark(batch))
      .catch((error: unknown) => {
        report(error);
        keys.push(...batch);
        plan();
      });
  };
  const plan = () => {
    timer ??= setTimeout(write, waitMs);
  };
  return {
    add(key) {
      if (keys.push(key) >= batchSize) write();
      else plan();
    },
    async close() {
      write();
      await writing;
      clearTimeout(timer);
    },
  };
}

const mark = (keys: readonly string[]): Promise<number> =>
  withActor(
    system('relay'),
    (tx) => tx.$executeRaw`
      update outbox set done_at = clock_timestamp() where key = any(${keys}) and done_at is null`,
  );
