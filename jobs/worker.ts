import { SpanStatusCode, trace } from '@opentelemetry/api';
import { type JobName, jobs } from '#jobs/contract.ts';
import type { Handlers, JobRun } from '#jobs/handler.ts';
import { handlers as allHandlers } from '#jobs/handlers.ts';
import type { JobOrder, Queue } from '#jobs/queue.ts';
import { startRelay } from '#jobs/relay.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

type Options = {
  readonly concurrency?: number;
  readonly handlers?: Handlers;
  /** Told of each job that failed and of a relay that could not reach the database. */
  report(what: string, error: unknown): void;
  /** Told of each job when it ends, with its time in milliseconds. */
  observe?(job: JobName, outcome: 'done' | 'failed', ms: number): void;
};

export type RunningWorker = { drain(): Promise<void> };

/** Starts the relay, the workers and the daily schedule of this process. */
export function startWorker(
  queue: Queue,
  { concurrency = 2, handlers = allHandlers, report, observe }: Options,
): RunningWorker {
  const relay = startRelay(queue, (error) => report('relay', error));
  const perform = async (order: JobOrder) => {
    const begun = performance.now();
    const end = (outcome: 'done' | 'failed') => observe?.(order.name, outcome, performance.now() - begun);
    try {
      await traced(order.name, () => doJob(handlers, order));
      end('done');
    } catch (error) {
      end('failed');
      report(order.name, error);
      throw error;
    }
  };
  const working = queue.work(perform, { concurrency });
  const stopDays = startDays(queue, (error) => report('schedule', error));
  return {
    async drain() {
      stopDays();
      await relay.stop();
      await working.drain();
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

const dayCheckMs = 30_000;

/** Orders the day's tasks at start and whenever the business date changes. Several workers order the same job. */
function startDays(queue: Queue, report: (error: unknown) => void): () => void {
  let ordered = '';
  const order = async () => {
    const day = clock.today();
    if (day === ordered) return;
    const name: JobName = 'platform.start-day';
    await queue.add([{ name, payload: { day }, key: jobs[name].key({ day }) }]);
    ordered = day;
  };
  const check = () => void order().catch(report);
  check();
  const timer = setInterval(check, dayCheckMs);
  return () => clearInterval(timer);
}
