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

/** From so many facts on the time of starting threads is repaid. */
const worthThreads = 4_000_000;

/**
 * Works with the threads that so many facts are worth, and ends them. They start while the work begins, which asks for them
 * when it needs them.
 */
export async function withThreads<T>(
  facts: number,
  work: (pool: () => Promise<ThreadPool>) => Promise<T>,
): Promise<T> {
  if (facts < worthThreads) return work(async () => ownThread);
  const pool = openThreads(availableParallelism());
  pool.catch(() => undefined); // whoever asks for it hears of it
  try {
    return await work(() => pool);
  } finally {
    await pool.then(
      (opened) => opened.close(),
      () => undefined,
    );
  }
}

/** So many worker threads, started and ready. Whoever opens it closes it. */
export async function openThreads(threads: number): Promise<ThreadPool> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./score-thread.mjs', import.meta.url)),
  );
  await Promise.all(workers.map(nextWord));
  return {
    threads,
    run: async (task) => {
      const done = workers.map(nextWord);
      for (const worker of workers) worker.postMessage(task);
      await Promise.all(done);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** A thread says one word when it is ready and one after each task. */
function nextWord(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off('message', said);
      worker.off('error', failed);
      end();
    };
    const said = () => settle(resolve);
    const failed = (error: Error) => settle(() => reject(error));
    worker.on('message', said);
    worker.on('error', failed);
  });
}
