import fs from 'node:fs';

/**
 * Settles when this process should stop: Ctrl-C, a request to end, a closed terminal, or the death of the `npm` that
 * started us (killed with -9 it cannot pass anything on, and nobody could stop us any more).
 */
export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (!process.env.npm_lifecycle_event) return;
    const starter = lineage();
    const watch = setInterval(() => {
      if (lineage() === starter) return;
      clearInterval(watch);
      resolve();
    }, 500);
    watch.unref();
  });
}

/** Our parent, and where npm put a shell between itself and us, the shell's parent: an orphan's becomes another. */
function lineage(): string {
  const parent = process.ppid;
  const shell = /^\d+ \((?:sh|dash|bash|ash)\) \S (\d+)/.exec(statusOf(parent));
  return shell ? `${parent} ${shell[1]}` : String(parent);
}

/** `pid (name) state ppid …` of a process; empty where the system does not tell. */
function statusOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
