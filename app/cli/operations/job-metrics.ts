import { Counter, Gauge, Histogram } from 'prom-client';
import type { Queue } from '#jobs/queue.ts';
import { log } from '~/server/log.ts';
import { readBacklog } from './read-backlog.ts';

export const jobCount = new Counter({
  name: 'xinqiao_jobs_total',
  help: 'Jobs done, by name and outcome (done, failed); a failed one is tried again.',
  labelNames: ['job', 'outcome'] as const,
});

export const jobSeconds = new Histogram({
  name: 'xinqiao_job_duration_seconds',
  help: 'Time that a job took, by name.',
  labelNames: ['job'] as const,
  buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120, 600],
});

/** What waits, asked whenever somebody scrapes: the queue, the outbox, the audit chain. */
export function measureBacklog(queue: Queue): void {
  new Gauge({
    name: 'xinqiao_queue_jobs',
    help: 'Jobs in the queue, by state.',
    labelNames: ['state'] as const,
    async collect() {
      const counts = await queue.counts().catch(notAnswering);
      for (const [state, n] of Object.entries(counts ?? {})) this.set({ state }, n);
    },
  });
  const unrelayed = gauge(
    'xinqiao_outbox_unrelayed',
    'Orders that the relay has not carried to the queue yet.',
  );
  const outboxAge = gauge(
    'xinqiao_outbox_age_seconds',
    'Age of the oldest order that was not carried yet; 0 when none.',
  );
  const headAge = gauge('xinqiao_audit_head_age_seconds', 'Time since the newest line of the audit chains.');
  new Gauge({
    name: 'xinqiao_audit_anchor_age_seconds',
    help: 'Time since the heads of the audit chains were last anchored in the platform chain.',
    async collect() {
      const backlog = await readBacklog().catch(notAnswering);
      if (!backlog) return;
      unrelayed.set(backlog.unrelayed);
      outboxAge.set(backlog.outboxAgeSeconds);
      headAge.set(backlog.auditHeadAgeSeconds ?? Number.NaN);
      this.set(backlog.anchorAgeSeconds ?? Number.NaN);
    },
  });
}

const gauge = (name: string, help: string) => new Gauge({ name, help });

/** A scrape while the database restarts shows what was known before. */
function notAnswering(error: unknown): undefined {
  log.warn({ err: error }, 'metrics could not be read');
}
