import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { keyFile } from '~/server/platform/key-file.ts';

/** The six digits that confirm an address: they follow from the mail that carries them and a key, and are kept nowhere. */
export function mailCodeOf(mail: { readonly id: string }, address: string): string {
  const key = keyFile('mail-code.key', () => randomBytes(32).toString('base64'));
  const digest = createHmac('sha256', key).update(`${mail.id}\n${address}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** Whether a typed code is the right one, in a time that does not tell how much of it is. */
export const isMailCode = (typed: string, mailId: string, address: string): boolean =>
  /^\d{6}$/.test(typed) &&
  timingSafeEqual(Buffer.from(typed), Buffer.from(mailCodeOf({ id: mailId }, address)));
