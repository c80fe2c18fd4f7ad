import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Home } from './home.ts';

/** A secret of this installation: made at random at first use, kept in a file only this user can read. */
export function secretOf(home: Home, name: string): string {
  return storedSecret(home, name) ?? keepSecret(home, name, randomBytes(24).toString('base64url'));
}

/** The secret when it has been made before. */
export function storedSecret(home: Home, name: string): string | undefined {
  const file = secretFile(home, name);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined;
}

/** Removes a secret that came to nothing. */
export const forgetSecret = (home: Home, name: string): void =>
  fs.rmSync(secretFile(home, name), { force: true });

/** The file appears whole or not at all, so that a crash cannot leave half of a secret. */
function keepSecret(home: Home, name: string, secret: string): string {
  const file = secretFile(home, name);
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${secret}\n`, { mode: 0o600 });
  fs.renameSync(draft, file);
  return secret;
}

const secretFile = (home: Home, name: string) => path.join(home.folder, 'secrets', name);
