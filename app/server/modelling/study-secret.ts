import { createHmac, hkdfSync } from 'node:crypto';
import type { Chance } from '~/domain/modelling/release.ts';
import { signText } from '~/server/platform/signing.ts';

/** A key that only this platform can make: derived from a signature of its own, which Ed25519 makes the same each time. */
const key = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', signText(`xinqiao ${purpose}`).signature, '', purpose, 32));

/** A firm with its outcome as a study keeps it: nobody without the key can tell whose it is. */
export const markOf = (institutionId: string, pair: string): string =>
  createHmac('sha256', key('joint-mark')).update(`${institutionId} ${pair}`).digest('hex').slice(0, 32);

/** The chance of each count of a study; the same joined data of the same bank always give the same noise. */
export const chanceOf =
  (institutionId: string, joined: string): Chance =>
  (name) => {
    const digest = createHmac('sha256', key('joint-noise'))
      .update(`${institutionId} ${joined} ${name}`)
      .digest();
    return Number(digest.readBigUInt64BE() >> 11n) / 2 ** 53;
  };
