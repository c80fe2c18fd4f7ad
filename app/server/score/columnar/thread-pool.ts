import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ScoreTask, scoreRemaining } from '~/domain/score/columnar/score-range.ts';

/** Threads that score together. */
export type ThreadPool = {
  readonly threads: number;
  run(task: ScoreTask): Promise<void>;
  close(): Promise<void>;
};

/** The caller's own thread: for tables so small that starting others would take longer. */
export const ownThread: ThreadPool = {
  threads: 1,
  run: async (task) => scoreRemaining(task),
  close: async () => undefined,
};

/** From so many rows on the time of starting threads is repaid. */
const worthThreads = 4_000_000;

/** Works with the threads that a table of so many rows is worth, and ends them. */
export async function withThreads<T>(rows: number, work: (pool: ThreadPool) => Promise<T>): Promise<T> {
  if (rows < worthThreads) return work(ownThread);
  const pool = await openThreads(availableParallelism());
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

/** So many worker threads, started and ready. Whoever opens it closes it. */
export async function openThreads(threads: number): Promise<ThreadPool> {
  const options = { execArgv: ['--import', 'tsx'] };
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./score-thread.ts', import.meta.url), options),
  );
  await Promise.all(workers.map((worker) => once(worker, 'online')));
  return {
    threads,
    run: async (task) => {
      const done = workers.map((worker) => once(worker, 'message'));
      for (const worker of workers) worker.postMessage(task);
      await Promise.all(done);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function once(worker: Worker, event: 'online' | 'message'): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off(event, done);
      worker.off('error', failed);
      end();
    };
    const done = () => settle(resolve);
    const failed = (error: Error) => settle(() => reject(error));
    worker.on(event, done);
    worker.on('error', failed);
  });
}
