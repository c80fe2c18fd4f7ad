import { setTimeout as sleep } from 'node:timers/promises';

/** Meilisearch does not answer, refuses, or failed at a task. */
export class MeiliFault extends Error {
  constructor(
    readonly address: string,
    /** The engine's own code (`index_not_found`), or `unreachable`, `timeout`. */
    readonly code: string,
    detail: string,
  ) {
    super(`Meilisearch ${address}: ${code}${detail ? ` (${detail})` : ''}`);
  }
}

export type TaskState = 'under-way' | 'succeeded' | 'failed';
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Patience = { readonly timeoutMs?: number; readonly attempts?: number };

/** The HTTP side of Meilisearch: one connection's address and key, time limits and repetition. */
export type MeiliClient = {
  readonly address: string;
  /** The index that is asked. */
  readonly index: string;
  /** Sends a request and gives the JSON of the answer. Everything we send may be repeated without harm. */
  ask<T>(method: Method, path: string, body?: unknown, patience?: Patience): Promise<T>;
  /** Sends a request that the engine does later; gives the number of its task. */
  order(method: Method, path: string, body?: unknown): Promise<number>;
  stateOf(task: number): Promise<{ readonly state: TaskState; readonly detail: string }>;
  /** Waits until tasks are done; throws when one failed or takes longer than the limit. */
  settle(tasks: readonly number[], limitMs?: number): Promise<void>;
};

type TaskView = { readonly status: string; readonly error?: { readonly message?: string } | null };

export function openMeili(url: string, key: string | undefined, index = 'xinqiao'): MeiliClient {
  const base = url.replace(/\/+$/, '');
  const address = URL.canParse(base) ? new URL(base).host : base;
  const send = sender(base, address, key);
  const client: MeiliClient = {
    address,
    index,
    async ask<T>(method: Method, path: string, body?: unknown, patience: Patience = {}) {
      const { timeoutMs = 10_000, attempts = 3 } = patience;
      for (let attempt = 1; ; attempt++)
        try {
          return (await send(method, path, body, timeoutMs)) as T;
        } catch (fault) {
          if (attempt >= attempts || !isPassing(fault)) throw fault;
          await sleep(100 * 2 ** attempt);
        }
    },
    async order(method, path, body) {
      return (await client.ask<{ taskUid: number }>(method, path, body)).taskUid;
    },
    async stateOf(task) {
      const { status, error } = await client.ask<TaskView>('GET', `/tasks/${task}`);
      const detail = error?.message ?? status;
      if (status === 'succeeded') return { state: 'succeeded', detail };
      return { state: status === 'failed' || status === 'canceled' ? 'failed' : 'under-way', detail };
    },
    settle: (tasks, limitMs = 600_000) => settle(client, tasks, limitMs),
  };
  return client;
}

const isPassing = (fault: unknown): boolean =>
  fault instanceof MeiliFault && /^(unreachable|timeout|http-(429|5\d\d))$/.test(fault.code);

function sender(base: string, address: string, key: string | undefined) {
  return async (method: Method, path: string, body: unknown, timeoutMs: number): Promise<unknown> => {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (key) headers.authorization = `Bearer ${key}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const signal = AbortSignal.timeout(timeoutMs);
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      const response = await fetch(base + path, { method, headers, signal, ...content });
      const answer: unknown = await response.json().catch(() => undefined);
      if (response.ok && answer !== undefined) return answer;
      const { code = `http-${response.status}`, message = '' } = (answer ?? {}) as Partial<
        Record<'code' | 'message', string>
      >;
      throw new MeiliFault(address, code, message);
    } catch (fault) {
      if (fault instanceof MeiliFault) throw fault;
      const isLate = fault instanceof Error && fault.name === 'TimeoutError';
      throw new MeiliFault(address, isLate ? 'timeout' : 'unreachable', '');
    }
  };
}

async function settle(client: MeiliClient, tasks: readonly number[], limitMs: number): Promise<void> {
  const end = Date.now() + limitMs;
  for (const task of tasks)
    for (let pause = 5; ; pause = Math.min(pause * 2, 500)) {
      const { state, detail } = await client.stateOf(task);
      if (state === 'succeeded') break;
      if (state === 'failed') throw new MeiliFault(client.address, 'task-failed', detail);
      if (Date.now() > end) throw new MeiliFault(client.address, 'task-late', String(task));
      await sleep(pause);
    }
}
