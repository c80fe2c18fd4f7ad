import type { OpenProgress, Progress } from './command.ts';

const width = 24;
const silent: Progress = { tick: () => undefined, total: () => undefined, done: () => undefined };

/** Opens a bar on standard error: share, count, pace and seconds. Where nobody watches there is none. */
export const openProgress: OpenProgress = (label, total) => {
  if (!process.stderr.isTTY) return silent;
  const begun = Date.now();
  let count = 0;
  let whole = total;
  let drawn = 0;
  const draw = (end = '') => {
    drawn = Date.now();
    process.stderr.write(`\r${barLine(label, count, whole, (drawn - begun) / 1000)}\x1b[K${end}`);
  };
  draw();
  return {
    tick(n = 1) {
      count += n;
      if (Date.now() - drawn > 100) draw();
    },
    total(n) {
      whole = n;
    },
    done: () => draw('\n'),
  };
};

/** `Scoring ████████░░░░ 66% 1,320/2,000 · 440/s · 3 s` */
export function barLine(label: string, count: number, total: number, seconds: number): string {
  const share = total > 0 ? Math.min(1, count / total) : 1;
  const full = Math.round(share * width);
  const bar = '█'.repeat(full) + '░'.repeat(width - full);
  const pace = seconds > 0.5 ? ` · ${grouped(count / seconds)}/s` : '';
  return `${label} ${bar} ${Math.floor(share * 100)}% ${grouped(count)}/${grouped(total)}${pace} · ${Math.round(seconds)} s`;
}

const grouped = (n: number): string => Math.round(n).toLocaleString('en-US');
