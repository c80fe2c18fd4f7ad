import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '~/domain/kernel/hash.ts';

export type Signature = { readonly signature: string; readonly keyId: string };

let key: { readonly secret: KeyObject; readonly keyId: string } | undefined;

function loadKey() {
  if (key) return key;
  const folder = path.join(process.env.XINQIAO_DATA_DIR ?? '.data', 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'platform-ed25519.pem');
  const secret = createPrivateKey(readOrCreate(file));
  key = { secret, keyId: idOf(createPublicKey(secret)) };
  return key;
}

/** Several processes may ask at once on the first day: the key appears whole, and the first one made is everybody's. */
function readOrCreate(file: string): Buffer {
  if (existsSync(file)) return readFileSync(file);
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, pem, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file);
}

const idOf = (open: KeyObject) => sha256(open.export({ type: 'spki', format: 'der' })).slice(0, 16);

/** Signs a text with the platform's Ed25519 key; the signature is base64. */
export function signText(text: string): Signature {
  const { secret, keyId } = loadKey();
  return { signature: sign(null, Buffer.from(text), secret).toString('base64'), keyId };
}

/** Whether the platform signed exactly this text. */
export const isSigned = (text: string, signature: string): boolean =>
  verify(null, Buffer.from(text), createPublicKey(loadKey().secret), Buffer.from(signature, 'base64'));

/** The public key as PEM, printed in receipts so that they verify offline. */
export const publicKeyPem = (): string =>
  createPublicKey(loadKey().secret).export({ type: 'spki', format: 'pem' }).toString();
