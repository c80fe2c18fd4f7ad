const frameMs = 500;

/** Does work of unknown length with its seconds on the terminal (standard error), if it takes longer than a moment. */
export async function withStopwatch<T>(label: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  let isShown = false;
  const show = () => {
    isShown = true;
    process.stderr.write(`\r${label} … ${Math.round((Date.now() - begun) / 1000)} s`);
  };
  const timer = process.stderr.isTTY ? setInterval(show, frameMs) : undefined;
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (isShown) process.stderr.write('\n');
  }
}
