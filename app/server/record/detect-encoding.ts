import { DeliveryRefused, type Encoding } from '~/server/record/delivery-refused.ts';

const signatures = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
] as const;

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((b, i) => bytes[i] === b);

export const isGzip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x1f, 0x8b]);

/** Refuses what is no text at all, whatever its name says. */
export function refuseBinary(sample: Uint8Array): void {
  if (sample.length === 0) throw new DeliveryRefused({ code: 'record.empty-file' });
  const known = signatures.find(([, signature]) => startsWith(sample, signature));
  if (known) throw new DeliveryRefused({ code: 'record.not-csv', kind: known[0] });
  if (isUtf16(sample)) throw new DeliveryRefused({ code: 'record.encoding-unknown' });
  if (sample.includes(0)) throw new DeliveryRefused({ code: 'record.not-csv', kind: 'binary' });
}

const isUtf16 = (sample: Uint8Array): boolean =>
  startsWith(sample, [0xff, 0xfe]) || startsWith(sample, [0xfe, 0xff]);

/** Whether a beginning of a file, which may end in the middle of a character, is valid in the encoding. */
function fits(sample: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return null;
  }
}

/**
 * The encoding of a file from its beginning. Undeclared, it is UTF-8 if the bytes are; GB 18030 only if the header read
 * so holds a Chinese column name that is expected. Everything else is refused: a guess would store garbled records.
 */
export function detectEncoding(
  sample: Uint8Array,
  declared: Encoding,
  expected: readonly string[],
): 'utf-8' | 'gb18030' {
  refuseBinary(sample);
  if (declared !== 'auto') return declared;
  if (fits(sample, 'utf-8') !== null) return 'utf-8';
  const header = fits(sample, 'gb18030')?.split(/\r?\n/, 1)[0]?.normalize('NFKC') ?? '';
  const chinese = expected.filter((name) => /\p{Script=Han}/u.test(name));
  if (chinese.some((name) => header.includes(name.normalize('NFKC')))) return 'gb18030';
  throw new DeliveryRefused({ code: 'record.encoding-unknown' });
}
