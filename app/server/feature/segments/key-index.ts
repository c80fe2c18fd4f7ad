/** Finds the place of a key of sixteen bytes (a UUID): open addressing over the bytes themselves, which are random. */
export type KeyIndex = {
  readonly size: number;
  /** The place of the key that begins at `at` in `bytes`, or -1. */
  find(bytes: Uint8Array, at: number): number;
  /** The same; a key that is new gets the next place. */
  place(bytes: Uint8Array, at: number): number;
  /** Sixteen bytes a place; longer than what is used. */
  readonly keys: Uint8Array;
};

/** An index with room for so many keys, growing when it must. */
export function openKeyIndex(expected: number): KeyIndex {
  let slots = slotsFor(expected);
  let keys = new Uint8Array(new SharedArrayBuffer(Math.max(16, expected) * 16));
  let size = 0;
  const seek = (bytes: Uint8Array, at: number): number => {
    const mask = slots.length - 1;
    let slot = hashOf(bytes, at) & mask;
    for (;;) {
      const place = slots[slot] as number;
      if (place === 0) return ~slot;
      if (isSame(keys, (place - 1) * 16, bytes, at)) return place - 1;
      slot = (slot + 1) & mask;
    }
  };
  const grow = () => {
    const longer = new Uint8Array(new SharedArrayBuffer(keys.length * 2));
    longer.set(keys);
    keys = longer;
    slots = slotsFor(keys.length / 16);
    for (let place = 0; place < size; place++) slots[~seek(keys, place * 16)] = place + 1;
  };
  return {
    get size() {
      return size;
    },
    get keys() {
      return keys;
    },
    find: (bytes, at) => Math.max(-1, seek(bytes, at)),
    place(bytes, at) {
      if (size * 16 >= keys.length) grow();
      const found = seek(bytes, at);
      if (found >= 0) return found;
      keys.set(bytes.subarray(at, at + 16), size * 16);
      slots[~found] = ++size;
      return size - 1;
    },
  };
}

const slotsFor = (expected: number): Uint32Array =>
  new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(16, expected) * 2)));

/** Version and variant of a UUID are fixed bits of its middle; the ends are random in every version. */
const hashOf = (bytes: Uint8Array, at: number): number => {
  const head = word(bytes, at);
  const tail = word(bytes, at + 12);
  return (Math.imul(head ^ tail, 0x9e37_79b1) ^ (head >>> 7)) >>> 0;
};

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 24) |
  ((bytes[at + 1] as number) << 16) |
  ((bytes[at + 2] as number) << 8) |
  (bytes[at + 3] as number);

/** Whether two keys of sixteen bytes are the same. */
export function isSame(a: Uint8Array, atA: number, b: Uint8Array, atB: number): boolean {
  for (let k = 0; k < 16; k++) if (a[atA + k] !== b[atB + k]) return false;
  return true;
}

/** A UUID as text from its sixteen bytes. */
export const uuidText = (bytes: Uint8Array, at: number): string =>
  Buffer.from(bytes.subarray(at, at + 16))
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
