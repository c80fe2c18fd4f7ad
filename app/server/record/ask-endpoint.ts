import type { Bands } from '~/domain/catalogue/bands.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import { breakerRestMs, breakerState } from '~/domain/record/verification.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { standingNow } from '~/server/institution/store.ts';
import { openSealed } from '~/server/platform/vault.ts';
import { type Called, callEndpoint } from '~/server/record/call-endpoint.ts';
import { claimTrial, type Endpoint, findEndpoint, noteCall } from '~/server/record/store-endpoint.ts';

/** What came of asking a provider; `resting` where its endpoint failed too often and was not called, `suspended` where it may hear of no firm. */
export type AskedEndpoint = Omit<Called, 'fault'> & {
  readonly fault: Called['fault'] | 'resting' | 'no-endpoint' | 'suspended';
};

const notCalled = (fault: AskedEndpoint['fault']): AskedEndpoint => ({
  answer: null,
  fault,
  attempts: 0,
  tookMs: 0,
});

/** The name of the credential in the key store. */
export const credentialPlace = 'provider-endpoint.credential';

const platform = system('record.verify');
const asPlatform = <T>(work: (tx: Tx) => Promise<T>) => withActor(platform, work);

/** Asks the endpoint of a provider one question, unless it rests. The call itself holds no transaction open. */
export async function askEndpoint(
  providerId: string,
  requestId: string,
  body: Canonical,
  bands: Bands | null = null,
): Promise<AskedEndpoint> {
  const { endpoint, standing } = await asPlatform(async (tx) => ({
    endpoint: await findEndpoint(tx, providerId),
    standing: await standingNow(tx, providerId, clock.today()),
  }));
  if (standing !== 'good') return notCalled('suspended');
  if (!endpoint) return notCalled('no-endpoint');
  if (!(await mayCall(endpoint))) return notCalled('resting');
  const { url, timeoutMs, keyId, secret } = endpoint;
  const credential = openSealed(keyId, credentialPlace, secret);
  if (credential === null) return notCalled('no-credential');
  const called = await callEndpoint({ url, timeoutMs, credential, requestId, body, bands });
  await asPlatform((tx) => noteCall(tx, providerId, called.fault, clock.now()));
  return called;
}

async function mayCall(endpoint: Endpoint): Promise<boolean> {
  const at = clock.now();
  const state = breakerState(endpoint, at);
  if (state !== 'trial') return state === 'closed';
  const until = new Date(at.getTime() + breakerRestMs);
  return asPlatform((tx) => claimTrial(tx, endpoint.providerId, at, until));
}
