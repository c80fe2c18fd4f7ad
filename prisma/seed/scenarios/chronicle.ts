import { type JobName, jobs } from '#jobs/contract.ts';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { random } from '#prisma/seed/province/random.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { useDatabase } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Something that happened on a day: one use case. */
export type Step = {
  readonly day: Day;
  /** Minute of the day in Asia/Shanghai; left out, it is one that is the story's own. */
  readonly minute?: number;
  readonly what: string;
  // biome-ignore lint/suspicious/noConfusingVoidType: most acts answer, deliveries do not
  tell(): Promise<Result<unknown, Refusal> | void>;
};

/** What happened to one firm, in order. The name is part of the mark that a step was told. */
export type Story = { readonly name: string; readonly steps: readonly Step[] };

export type Chronicle = {
  /** What providers deliver; on a day it comes before what people do. */
  readonly sources: Story;
  readonly stories: readonly Story[];
  /** Days on which the platform's daily tasks are told too; at the end of such a day everything is looked at. */
  readonly newDays: readonly Day[];
};

export type Teller = {
  readonly urls: { readonly appUrl: string; readonly batchUrl: string };
  /** Told of every step. */
  tick(): void;
};

type Marked = Step & { readonly mark: string; readonly minute: number };

const actor = system('seed.scenarios');
const atOnce = 3;

/**
 * Tells everything day by day, each step on its day through the use cases that people and providers use, and lets the
 * jobs that it orders be done on the same day. A step is marked once it is told, so that a killed start goes on where it
 * was; what was under way then may have happened already, so that only such a start puts up with a refusal.
 */
export async function tellInOrder(chronicle: Chronicle, { urls, tick }: Teller): Promise<void> {
  const told = await toldBefore();
  const telling = { tick, resumed: told.size > 0 };
  const sources = markedSteps(chronicle.sources);
  const stories = chronicle.stories.map(markedSteps);
  for (const day of daysOf([sources, ...stories], chronicle.newDays)) {
    const due = (steps: readonly Marked[]) =>
      steps.filter((step) => step.day === day && !told.has(step.mark));
    await tellSteps(due(sources), telling);
    const dueStories = stories.map(due).filter((steps) => steps.length > 0);
    await inLanes(dueStories, (steps) => tellSteps(steps, telling));
    await at({ day, minute: evening }, async () => {
      await doOrderedJobs(urls);
      if (chronicle.newDays.includes(day)) await startDay(urls, day);
    });
  }
}

/** When the day's jobs are told: after office hours, when everything of the day is known. */
const evening = 19 * 60;

/** The day of the start itself is told by the running clock, so that nothing lies ahead of it. */
const at = <T>({ day, minute }: { day: Day; minute: number }, work: () => Promise<T>): Promise<T> =>
  day === clock.today() ? work() : onDay(day, work, minute);

/** Between nine and half past four, a few minutes from one step of a day to the next. */
function markedSteps({ name, steps }: Story): Marked[] {
  const morning = random(`hours of ${name}`).whole(9 * 60, 15 * 60);
  return steps.map((step, i) => {
    const earlier = steps.slice(0, i).filter(({ day }) => day === step.day).length;
    const mark = `seed.${name}.${i + 1}-${step.what.replaceAll(' ', '-')}`;
    return { ...step, mark, minute: step.minute ?? morning + 13 * earlier };
  });
}

const daysOf = (stories: readonly (readonly Marked[])[], newDays: readonly Day[]): Day[] =>
  [...new Set([...stories.flatMap((steps) => steps.map(({ day }) => day)), ...newDays])].sort();

type Telling = { readonly resumed: boolean; tick(): void };

async function tellSteps(steps: readonly Marked[], { resumed, tick }: Telling): Promise<void> {
  for (const step of steps) {
    const { mark } = step;
    const outcome = await at(step, step.tell);
    if (outcome && !outcome.ok && !resumed) throw new Error(`${mark} was refused: ${outcome.refusal.code}`);
    await withActor(
      actor,
      (tx) => tx.$executeRaw`insert into job_done (key) values (${mark}) on conflict do nothing`,
    );
    tick();
  }
}

async function toldBefore(): Promise<ReadonlySet<string>> {
  const rows = await withActor(actor, (tx) =>
    tx.jobDone.findMany({ where: { key: { startsWith: 'seed.' } } }),
  );
  return new Set(rows.map(({ key }) => key));
}

/** A few at a time: what is told or done side by side has nothing to do with each other. */
async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

type Waiting = {
  readonly id: bigint;
  readonly job: JobName;
  readonly key: string;
  readonly payload: unknown;
};

const isForWorker = ({ job }: Waiting): boolean => jobs[job].worker === true;

/**
 * Does what waits in the outbox until nothing waits: in the role at hand first, then, where a contract asks for the role
 * of the worker, in that.
 */
async function doOrderedJobs(urls: Teller['urls']): Promise<void> {
  await doWaiting((each) => !isForWorker(each));
  if (!(await waitingNow()).some(isForWorker)) return;
  await useDatabase(urls.batchUrl);
  await doWaiting(() => true);
  await useDatabase(urls.appUrl);
}

/** A rung of a ladder waits for its hour, in the story, too: most cases are taken up before. */
const waitingNow = (): Promise<Waiting[]> =>
  withActor(
    actor,
    (tx) =>
      tx.$queryRaw<Waiting[]>`
        select id, job, key, payload from outbox
        where relayed_at is null and (job <> 'monitoring.climb-ladder' or not_before <= now()) order by id`,
  );

async function doWaiting(chosen: (waiting: Waiting) => boolean): Promise<void> {
  for (;;) {
    await dropListOrders();
    const waiting = (await waitingNow()).filter(chosen);
    if (waiting.length === 0) return;
    await inLanes(waiting, ({ job, key, payload }) => doPatiently({ name: job, key, payload }));
    const done = waiting.map(({ id }) => id);
    await withBatchTransaction(async (tx) => {
      await tx.$executeRaw`update outbox set relayed_at = now() where id = any(${done})`;
    });
  }
}

const mostAttempts = 5;

/**
 * Does a job, again where it lost a deadlock: two of a day's tasks may reach for the audit chains of the same firms in
 * another order. What one of them did is taken back whole, and the queue would do it again, too.
 */
async function doPatiently(order: Parameters<typeof doJob>[1]): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      return await doJob(handlers, order);
    } catch (fault) {
      const isDeadlock = fault instanceof Error && fault.message.includes('deadlock detected');
      if (!isDeadlock || attempt === mostAttempts) throw fault;
    }
}

/** Nobody looks at the match lists of the past: every firm is matched once, at the end. */
const dropListOrders = () =>
  withBatchTransaction(async (tx) => {
    await tx.$executeRaw`delete from outbox where job like 'match.refresh-%' and relayed_at is null`;
  });

/** The daily tasks, in the role of the worker: some of them are not the web's to do. */
async function startDay({ appUrl, batchUrl }: Teller['urls'], day: Day): Promise<void> {
  await useDatabase(batchUrl);
  await doJob(handlers, { name: 'platform.start-day', key: `start-day-${day}`, payload: { day } });
  await doWaiting(() => true);
  await useDatabase(appUrl);
}
