import { register } from 'prom-client';
import { expect, test } from 'vitest';
import type { Queue } from '#jobs/queue.ts';
import dashboard from './dashboard.json' with { type: 'json' };
import { measureBacklog } from './job-metrics.ts';
import { measureProcess } from './request-metrics.ts';

test('every figure that the dashboard asks for is one that the processes give', () => {
  measureProcess();
  measureBacklog({} as Queue);
  const given = new Set(register.getMetricsAsArray().map(({ name }) => name));
  const asked = dashboard.panels
    .flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => expr.match(/\b(xinqiao|nodejs|process)_\w+/g) ?? []),
    )
    .map((name) => name.replace(/_bucket$/, ''));
  expect(asked.length).toBeGreaterThan(12);
  expect(asked.filter((name) => !given.has(name))).toEqual([]);
});
