import { sha256 } from '~/domain/kernel/hash.ts';

/** The same UUID for the same name at every seeding, so that seeding twice changes nothing. */
export function seedId<I extends string>(kind: string, name: string): I {
  const h = sha256(`${kind}:${name}`);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}` as I;
}
