import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { launchSentence } from '~/text/launch.ts';
import { chooseLanguage } from '../language.ts';
import { checkout } from './home.ts';
import { LaunchRefused } from './refusal.ts';
import { nothing, sum, type Tally } from './test-reports.ts';
import { type Step, steps } from './test-steps.ts';

/**
 * `npm test`: every step in order, going on after a failure, closing with the sum over all of them alone on the last
 * line. `npm test -- unit` runs one step; words after its name go to its runner.
 */
const [wanted, ...words] = process.argv.slice(2);
const chosen = wanted ? steps.filter(({ name }) => name === wanted) : steps;
if (chosen.length === 0) {
  process.stderr.write(`${steps.map(({ name }) => name).join(' | ')}\n`);
  process.exit(2);
}

type Outcome = { readonly name: string; readonly tally: Tally; readonly seconds: number };

const outcomes: Outcome[] = [];
for (const step of chosen) outcomes.push(await run(step));
const total = outcomes.map(({ tally }) => tally).reduce(sum, nothing);
const timings = outcomes.map(lineOf).join('\n');
process.stdout.write(
  `\n${timings}\n\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
);
process.exitCode = total.failed > 0 ? 1 : 0;

async function run(step: Step): Promise<Outcome> {
  process.stdout.write(`\n── ${step.name}\n`);
  const begun = performance.now();
  const tally = (await isPrepared(step)) ? tallyOf(step, await exitCodeOf(step)) : { ...nothing, failed: 1 };
  return { name: step.name, tally, seconds: (performance.now() - begun) / 1000 };
}

async function isPrepared({ prepare, report }: Step): Promise<boolean> {
  try {
    if (report) fs.rmSync(path.join(checkout, report.file), { force: true });
    await prepare?.();
    return true;
  } catch (error) {
    if (!(error instanceof LaunchRefused)) throw error;
    process.stdout.write(`${launchSentence(error.refusal, chooseLanguage())}\n`);
    return false;
  }
}

function exitCodeOf(step: Step): Promise<number> {
  const program = path.join(checkout, 'node_modules', step.program);
  const env = { ...process.env, NODE_ENV: 'test' as const };
  const child = spawn(process.execPath, [program, ...step.words, ...words], {
    cwd: checkout,
    env,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** A runner that fails without a failed test (it crashed, or found no tests) counts as one failure. */
function tallyOf({ report }: Step, code: number): Tally {
  const file = report && path.join(checkout, report.file);
  const counted = file && fs.existsSync(file) ? report.read(fs.readFileSync(file, 'utf8')) : undefined;
  const tally = counted ?? (code === 0 ? { ...nothing, passed: 1 } : nothing);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function lineOf({ name, tally, seconds }: Outcome): string {
  const state = tally.failed > 0 ? '✗' : '✓';
  const figures = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
  return `${state} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${figures}`;
}
