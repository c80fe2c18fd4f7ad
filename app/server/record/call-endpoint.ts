import { setTimeout as sleep } from 'node:timers/promises';
import type { Bands } from '~/domain/catalogue/bands.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import {
  type CallFault,
  faultOfStatus,
  type ProviderAnswer,
  pauseAfter,
  readAnswer,
} from '~/domain/record/verification.ts';

/** A question as it travels; the same id at each attempt, so that a provider can tell a repeat. */
export type Call = {
  readonly url: string;
  readonly credential: string;
  readonly timeoutMs: number;
  readonly requestId: string;
  readonly body: Canonical;
  /** Of a question in bands. */
  readonly bands: Bands | null;
};

export type Called = {
  readonly answer: ProviderAnswer | null;
  readonly fault: CallFault | null;
  readonly attempts: number;
  readonly tookMs: number;
};

/** More than any answer takes; what is longer is not read. */
const mostAnswerBytes = 10_000;

/** Asks a provider's endpoint, within its time, again where that can help; never follows it elsewhere. */
export async function callEndpoint(call: Call): Promise<Called> {
  const begun = performance.now();
  for (let attempts = 1; ; attempts += 1) {
    const { answer, fault } = await attempt(call);
    const pause = fault === null ? null : pauseAfter(attempts, fault);
    if (pause === null) return { answer, fault, attempts, tookMs: Math.round(performance.now() - begun) };
    await sleep(pause);
  }
}

type Attempt = Pick<Called, 'answer' | 'fault'>;
const failed = (fault: CallFault): Attempt => ({ answer: null, fault });

async function attempt({ url, credential, timeoutMs, requestId, body, bands }: Call): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        authorization: `Bearer ${credential}`,
        'content-type': 'application/json',
        'x-request-id': requestId,
      },
      body: JSON.stringify(body),
    });
    const fault = faultOfStatus(response.status);
    if (fault !== null) {
      await response.body?.cancel();
      return failed(fault);
    }
    const answer = readAnswer(await jsonOf(response), bands);
    return answer === null ? failed('unreadable') : { answer, fault: null };
  } catch (fault) {
    return failed((fault as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable');
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > mostAnswerBytes) return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null; // not JSON
  }
}
