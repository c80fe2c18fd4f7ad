import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Home, isAlive, readText } from './home.ts';
import { LaunchRefused } from './refusal.ts';

type Note = { readonly pid: number; readonly url: string };

/** A launcher whose terminal was killed needs a moment to notice and to stop its parts. */
const patienceMs = 8_000;

/** Notes that this process serves the home; refuses while another one does. Returns how to take the note away. */
export async function noteLauncher(home: Home, url: string): Promise<() => void> {
  const file = path.join(home.folder, 'launcher.json');
  for (const until = Date.now() + patienceMs; ; await sleep(200)) {
    const other = readNote(file);
    if (!other || other.pid === process.pid || !isLauncher(other.pid)) break;
    if (Date.now() > until)
      throw new LaunchRefused({ code: 'already-running', address: other.url, pid: other.pid });
  }
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, url }));
  return () => {
    if (readNote(file)?.pid === process.pid) fs.rmSync(file, { force: true });
  };
}

function readNote(file: string): Note | undefined {
  const text = readText(file);
  return text ? (JSON.parse(text) as Note) : undefined;
}

/** Whether the process is one of ours and not another that bears its number by now. */
function isLauncher(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !fs.existsSync('/proc/self/cmdline') || readText(commandLine).includes('run.mjs');
}
