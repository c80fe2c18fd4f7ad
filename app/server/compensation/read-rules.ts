import { type ClaimHandling, claimHandling } from '~/domain/compensation/claim-handling.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type CompensationScheme, versionFor } from '~/domain/policy/scheme.ts';
import type { Tx } from '~/server/db/client.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { readPolicy } from '~/server/policy/store.ts';

/** How claims are handled on a day. */
export async function readHandling(tx: Tx, on: Day): Promise<ClaimHandling> {
  return (await readPolicy(tx, 'claim-handling', on, claimHandling)).body;
}

const compensationSchemes = async (tx: Tx, code: string): Promise<CompensationScheme[]> =>
  (await readSchemes(tx)).filter(
    (scheme): scheme is CompensationScheme => scheme.kind === 'compensation' && scheme.code === code,
  );

/** The version of a scheme that a loan was enrolled under: it decides for the life of the loan. */
export async function readVersion(tx: Tx, code: string, version: number): Promise<CompensationScheme> {
  const found = (await compensationSchemes(tx, code)).find((scheme) => scheme.version === version);
  if (!found) throw new Error(`no scheme ${code} ${version}`);
  return found;
}

/** What a pool goes by on a day where no single loan is in question: the version in force, never one that is only published. */
export async function readInForce(tx: Tx, code: string, on: Day): Promise<CompensationScheme> {
  const found = versionFor(await compensationSchemes(tx, code), on);
  if (!found) throw new Error(`no scheme ${code}`);
  return found;
}
