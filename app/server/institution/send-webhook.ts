import http from 'node:http';
import https from 'node:https';
import { type Attempt, answerSeconds, outcomeOf } from '~/domain/institution/webhook.ts';
import { ForbiddenAddress, guardedLookup, isForbiddenLiteral } from '~/server/institution/webhook-address.ts';

/** Sends a body once. Nobody follows a redirect, and what the receiver answers is not read. */
export function sendWebhook(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Attempt> {
  const url = new URL(address);
  if (isForbiddenLiteral(url)) return Promise.resolve({ outcome: 'forbidden-address', status: null });
  const { request } = url.protocol === 'http:' ? http : https;
  const timeout = answerSeconds * 1_000;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeout);
    const sent = request(
      url,
      { method: 'POST', headers, lookup: guardedLookup, signal, agent: false },
      (answer) => {
        const status = answer.statusCode ?? 0;
        answer.destroy();
        resolve({ outcome: outcomeOf(status), status });
      },
    );
    sent.on('error', (fault) => {
      const outcome = signal.aborted
        ? 'timeout'
        : fault instanceof ForbiddenAddress
          ? 'forbidden-address'
          : 'unreachable';
      resolve({ outcome, status: null });
    });
    sent.end(body);
  });
}
