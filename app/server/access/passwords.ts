import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the algorithm the package defaults to) with 19 MiB and two passes, as OWASP recommends for passwords. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The PHC text of a password: algorithm, cost, salt and hash. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without an account (`null`) the same work is done against a decoy, so that
 * the time taken does not tell whether a sign-in name exists.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}
