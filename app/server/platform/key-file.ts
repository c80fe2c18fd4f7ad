import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Whether this installation has the key already; nothing is made. */
export const hasKeyFile = (name: string): boolean =>
  existsSync(path.join(process.env.XINQIAO_DATA_DIR ?? '.data', 'keys', name));

/**
 * A secret key of this installation as PEM, made by `make` on the first day. Several processes may ask at once: the key
 * appears whole, and the first one made is everybody's.
 */
export function keyFile(name: string, make: () => string | Buffer): Buffer {
  const folder = path.join(process.env.XINQIAO_DATA_DIR ?? '.data', 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, name);
  if (existsSync(file)) return readFileSync(file);
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, make(), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file);
}
