import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { shutOutSince } from '~/server/access/why-shut-out.ts';
import { clock } from '~/server/clock.ts';
import { database } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { declareGate } from '~/server/http/declared-gate.ts';
import { problem } from '~/server/http/problem.ts';
import { findMachine, type Machine, noteUse } from '~/server/institution/store-client.ts';
import { deepestJson, isNestedBeyond } from '~/server/platform/nesting.ts';

/** Requests that one client may make in a minute; ours. */
export const requestsPerMinute = 120;
/** The largest body of a request; more comes as a file. */
export const maxBodyBytes = 5_000_000;

/** One operation of the interface: what it takes and gives, as the router, the description and the tests read it. */
export type Operation<B, R> = {
  readonly method: 'GET' | 'POST';
  /** `/api/v1/batches/{id}` */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly scope: ApiScope;
  readonly body?: z.ZodType<B>;
  /** What may stand in the address, by name, for the description. */
  readonly filters?: Readonly<Record<string, z.ZodType>>;
  /** Where the body is raw bytes: the most it may have. */
  readonly octets?: number;
  /** A number that the address must carry. */
  readonly query?: { readonly name: string; readonly description: string };
  readonly response: z.ZodType<R>;
  readonly status: 200 | 202;
  /** Whether an `Idempotency-Key` must come with it. */
  readonly once: boolean;
  /** Whether a client with a key of its own signs what it states. */
  readonly signed?: boolean;
};

export type MachineCall<B, P> = {
  readonly actor: Machine['actor'];
  readonly publicKey: string | null;
  readonly body: B;
  readonly params: P;
  readonly request: Request;
  /** The key of a request that must have its effect once; empty for others. */
  readonly key: string;
  readonly bodyHash: string;
};

type Run<B, R, P> = (call: MachineCall<B, P>) => Promise<Result<R, Refusal & { readonly status?: number }>>;

/** A route for machines: token, scope, rate, checked body, operation, answer. A session's cookie counts for nothing here. */
export function machine<B, R, P = Record<string, never>>(
  operation: Operation<B, R>,
  params: z.ZodType<P> | null,
  run: Run<B, R, P>,
) {
  return declareGate(
    'machine',
    async ({ request, params: given }: LoaderFunctionArgs | ActionFunctionArgs) => {
      const refuse = (code: string, status: number, more: object = {}) =>
        problem(request, { code, status, ...more });
      if (request.method !== operation.method)
        return refuse('api.method', 405, { headers: { allow: operation.method } });
      const found = await machineOf(request);
      if (!found) return refuse('api.token-unknown', 401, { headers: { 'www-authenticate': 'Bearer' } });
      if (found.standing !== 'good') {
        const since = await shutOutSince(found.actor.institutionId, found.standing);
        return refuse(`institution.${found.standing}`, 403, { since });
      }
      if (!found.scopes.includes(operation.scope))
        return refuse('api.scope-missing', 403, { scope: operation.scope });
      const wait = await secondsToWait(found.actor.userId);
      if (wait > 0)
        return refuse('api.rate', 429, { seconds: wait, headers: { 'retry-after': String(wait) } });
      const at = params ? params.safeParse(given) : { success: true as const, data: {} as P };
      if (!at.success) return refuse('http.not-found', 404);
      const key = request.headers.get('idempotency-key') ?? '';
      if (operation.once && !/^[\x21-\x7e]{8,100}$/.test(key)) return refuse('api.key-missing', 400);
      const body = await (operation.octets
        ? octetsOf<B>(request, operation.octets)
        : bodyOf(request, operation.body));
      if ('code' in body) return refuse(body.code, body.status, body.facts);
      const { actor, publicKey } = found;
      const said = { body: body.value, bodyHash: body.hash, params: at.data };
      const call = { actor, publicKey, request, key, ...said };
      return answer(request, operation, await run(call));
    },
  );
}

async function answer<B, R>(
  request: Request,
  operation: Operation<B, R>,
  outcome: Result<R, Refusal & { readonly status?: number }>,
): Promise<Response> {
  if (outcome.ok) {
    const headers = { 'cache-control': 'no-store' };
    return Response.json(operation.response.parse(outcome.value), { status: operation.status, headers });
  }
  const { status, ...refusal } = outcome.refusal;
  const missing = refusal.code.endsWith('not-found');
  return problem(request, { ...refusal, status: status ?? (missing ? 404 : 422) });
}

const actor = system('api.token');

async function machineOf(request: Request): Promise<Machine | null> {
  const token = /^Bearer ([\w-]{40,100})$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!token) return null;
  const now = clock.now();
  return withActor(actor, async (tx) => {
    const found = await findMachine(tx, sha256(token), now);
    if (found) await noteUse(tx, found.actor.userId, now);
    return found;
  });
}

const limiters = new WeakMap<object, RateLimiterPostgres>();

async function secondsToWait(client: string): Promise<number> {
  const { pool } = database();
  const shared = { storeClient: pool, tableName: 'rate_limit', tableCreated: true, keyPrefix: 'api' };
  const limiter =
    limiters.get(pool) ?? new RateLimiterPostgres({ ...shared, points: requestsPerMinute, duration: 60 });
  limiters.set(pool, limiter);
  try {
    await limiter.consume(client);
    return 0;
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    return Math.max(1, Math.ceil(over.msBeforeNext / 1_000));
  }
}

type Body<B> = { readonly value: B; readonly hash: string };
type BadBody = { readonly code: string; readonly status: number; readonly facts?: object };

async function octetsOf<B>(request: Request, most: number): Promise<Body<B> | BadBody> {
  const tooLarge = { code: 'record.part-too-large', status: 413, facts: { limit: most } };
  if (Number(request.headers.get('content-length') ?? 0) > most) return tooLarge;
  const value = new Uint8Array(await request.arrayBuffer());
  return value.length > most ? tooLarge : { value: value as B, hash: '' };
}

async function bodyOf<B>(request: Request, schema: z.ZodType<B> | undefined): Promise<Body<B> | BadBody> {
  if (!schema) return { value: undefined as B, hash: '' };
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes)
    return { code: 'api.body-large', status: 413 };
  const text = await request.text();
  if (text.length > maxBodyBytes) return { code: 'api.body-large', status: 413 };
  if (isNestedBeyond(text)) return { code: 'api.body-deep', status: 400, facts: { limit: deepestJson } };
  if (escapesUnusable(text)) return { code: 'api.body-character', status: 400 };
  const read = schema.safeParse(jsonOf(text));
  if (read.success) return { value: read.data, hash: sha256(text) };
  const issues = read.error.issues.slice(0, 10).map(({ path, message }) => ({ at: path.join('.'), message }));
  return { code: 'api.body-wrong', status: 400, facts: { issues } };
}

/** Escapes of what no text may hold: a zero character, or half of a pair whose other half does not follow. */
const escapesUnusable = (text: string): boolean => {
  if (!/\\u(?:0000|d[89a-f])/i.test(text)) return false;
  const value = JSON.stringify(jsonOf(text) ?? '');
  return /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(value);
};

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema then says that an object is missing
  }
}
