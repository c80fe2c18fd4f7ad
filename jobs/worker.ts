import { setTimeout as sleep } from 'node:timers/promises';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { type JobName, jobs } from '#jobs/contract.ts';
import { openDoneMarks } from '#jobs/done-marks.ts';
import type { Handlers, JobRun } from '#jobs/handler.ts';
import { handlers as allHandlers } from '#jobs/handlers.ts';
import { startMirror } from '#jobs/mirror.ts';
import { orderDay } from '#jobs/platform/turn-day.ts';
import { putBackLost } from '#jobs/put-back.ts';
import type { JobOrder, Queue } from '#jobs/queue.ts';
import { startRelay } from '#jobs/relay.ts';
import { keepSchedules } from '#jobs/schedules.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

type Upkeep = { readonly everyMs: number; readonly olderThanMs: number };

type Options = {
  readonly concurrency?: number;
  readonly lockMs?: number;
  /** How often the outbox and the queue are compared, and how long an order may be under way before it is asked for. */
  readonly upkeep?: Upkeep;
  readonly handlers?: Handlers;
  /** Told of each job that failed and of a relay that could not reach the database. */
  report(what: string, error: unknown): void;
  /** Told of each job when it ends, with its time in milliseconds. */
  observe?(job: JobName, outcome: 'done' | 'failed', ms: number): void;
};

const usualUpkeep: Upkeep = { everyMs: 10_000, olderThanMs: 10_000 };

export type RunningWorker = { drain(): Promise<void> };

/** Starts the relay, the workers and the upkeep of the queue in this process. */
export function startWorker(
  queue: Queue,
  {
    concurrency = 2,
    lockMs = 10_000,
    upkeep = usualUpkeep,
    handlers = allHandlers,
    report,
    observe,
  }: Options,
): RunningWorker {
  const relay = startRelay(queue, (error) => report('relay', error));
  const marks = openDoneMarks((error) => report('relay', error));
  const perform = async (order: JobOrder) => {
    const begun = performance.now();
    const end = (outcome: 'done' | 'failed') => observe?.(order.name, outcome, performance.now() - begun);
    try {
      await traced(order.name, () => doJob(handlers, order));
      marks.add(order.key);
      end('done');
    } catch (error) {
      end('failed');
      report(order.name, error);
      throw error;
    }
  };
  const working = queue.work(perform, { concurrency, lockMs });
  const mirror = startMirror((error) => report('search', error));
  const stopUpkeep = startUpkeep(queue, upkeep, (error) => report('upkeep', error));
  return {
    async drain() {
      await Promise.all([stopUpkeep(), relay.stop(), mirror.stop()]);
      await working.drain();
      await marks.close();
    },
  };
}

/** One span a job; without tracing it costs nothing. */
function traced(name: JobName, work: () => Promise<void>): Promise<void> {
  return trace.getTracer('xinqiao').startActiveSpan(`job ${name}`, async (span) => {
    try {
      await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Does one job with the handler of its name. */
export async function doJob(handlers: Handlers, { name, payload, key }: JobOrder): Promise<void> {
  const checked = jobs[name].payload.parse(payload);
  const handler = handlers[name] as (payload: unknown, run: JobRun) => Promise<void>;
  const actor = system(name);
  await handler(checked, {
    key,
    actor,
    once: (work, step) => once(actor, step ? `${key}.${step}` : key, work),
  });
}

function once(actor: Actor, mark: string, work: Parameters<JobRun['once']>[0]): Promise<boolean> {
  return withActor(actor, async (tx) => {
    const marked = await tx.$executeRaw`insert into job_done (key) values (${mark}) on conflict do nothing`;
    if (marked === 0) return false;
    await work(tx);
    return true;
  });
}

/** Again and again, and at once: what the queue lost is put back, and its schedules are there. */
function startUpkeep(queue: Queue, { everyMs, olderThanMs }: Upkeep, report: (error: unknown) => void) {
  const stopping = new AbortController();
  const keep = async () => {
    while (!stopping.signal.aborted) {
      await keepSchedules(queue).catch(report);
      await putBackLost(queue, olderThanMs).catch(report);
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const keeping = orderDay(clock.today()).catch(report).then(keep);
  return async () => {
    stopping.abort();
    await keeping;
  };
}
