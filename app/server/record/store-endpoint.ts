import type { Breaker, CallFault } from '~/domain/record/verification.ts';
import { breakerAfter, breakerAfterCall } from '~/domain/record/verification.ts';
import type { Tx } from '~/server/db/client.ts';

/** A provider's endpoint as it is kept; the credential is sealed. */
export const findEndpoint = (tx: Tx, providerId: string) =>
  tx.providerEndpoint.findUnique({ where: { providerId } });

export type Endpoint = NonNullable<Awaited<ReturnType<typeof findEndpoint>>>;

type Kept = Pick<Endpoint, 'providerId' | 'url' | 'secret' | 'keyId' | 'timeoutMs' | 'savedBy' | 'savedAt'>;

/** Keeps an endpoint; a changed one begins with a clean record. */
export async function keepEndpoint(tx: Tx, kept: Kept): Promise<void> {
  const { providerId } = kept;
  const clean = { failures: 0, openUntil: null, lastFault: null };
  const { count } = await tx.providerEndpoint.updateMany({
    where: { providerId },
    data: { ...kept, ...clean },
  });
  if (count === 0) await tx.providerEndpoint.createMany({ data: [kept] });
}

/**
 * Claims the one trial of an endpoint that rested; false where another call has it. Whoever claims it pushes the rest on,
 * so that nobody else tries meanwhile.
 */
export async function claimTrial(tx: Tx, providerId: string, at: Date, until: Date): Promise<boolean> {
  const { count } = await tx.providerEndpoint.updateMany({
    where: {
      providerId,
      failures: { gte: breakerAfter },
      OR: [{ openUntil: null }, { openUntil: { lte: at } }],
    },
    data: { openUntil: until },
  });
  return count === 1;
}

/** Notes how a call went. Calls at the same moment count one after another. */
export async function noteCall(
  tx: Tx,
  providerId: string,
  fault: CallFault | null,
  at: Date,
): Promise<Breaker> {
  await tx.$queryRaw`select 1 from provider_endpoint where provider_id = ${providerId}::uuid for update`;
  const found = await findEndpoint(tx, providerId);
  const breaker = breakerAfterCall(found ?? { failures: 0, openUntil: null }, fault, at);
  const seen = fault === null ? { lastOkAt: at } : { lastFailedAt: at, lastFault: fault };
  await tx.providerEndpoint.updateMany({ where: { providerId }, data: { ...breaker, ...seen } });
  return breaker;
}
