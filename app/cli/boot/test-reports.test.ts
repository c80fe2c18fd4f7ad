import { expect, test } from 'vitest';
import { readPlaywrightReport, readVitestReport, sum } from './test-reports.ts';

test('a vitest file that does not load counts as a failed test', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(readVitestReport(JSON.stringify(report))).toEqual({ passed: 3, failed: 2, skipped: 3 });
});

test('a flaky journey is a failed one', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(readPlaywrightReport(JSON.stringify({ stats }))).toEqual({ passed: 5, failed: 2, skipped: 1 });
});

test('tallies add up', () => {
  const total = sum({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
  expect(total).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
