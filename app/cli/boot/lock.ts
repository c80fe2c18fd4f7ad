import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, readText } from './home.ts';
import { errorCode, LaunchRefused } from './refusal.ts';

/** Seeding the demo province is the longest that one process makes another wait. */
const patienceMs = 600_000;

/** Does the work while no other process works under the lock of this folder; a lock left by a dead process is taken over. */
export async function withLock<T>(folder: string, name: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, `${name}.lock`);
  for (const until = Date.now() + patienceMs; !take(file); await sleep(50))
    if (Date.now() > until)
      throw new LaunchRefused({ code: 'folder-locked', folder, pid: Number(readText(file)) });
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (isAbandoned(file)) fs.rmSync(file, { force: true });
    return false;
  }
}

/** Its holder is dead, or died between making the file and writing its number. */
function isAbandoned(file: string): boolean {
  const holder = readText(file);
  if (holder) return !isAlive(Number(holder));
  const age = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > 5_000;
}
