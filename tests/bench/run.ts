import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '~/cli/boot/home.ts';
import { openDatabase } from '~/cli/boot/open-database.ts';
import { prepareDatabase } from '~/cli/boot/prepare-database.ts';
import { openProgress } from '~/cli/progress.ts';
import { closeDatabase, useDatabase } from '~/server/db/client.ts';
import { type Bench, type Figure, median } from './bench.ts';
import { benches } from './registry.ts';

/** `npm run -s bench -- NAME [--json] [--full] [--count N]`: figures of a bench as medians, each beside its plain baseline. */
const { values: flags, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    count: { type: 'string' },
  },
  allowPositionals: true,
});
const name = positionals[0] ?? '';
const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!load) {
  process.stderr.write(
    `npm run -s bench -- ${Object.keys(benches).join('|')} [--json] [--full] [--count N]\n`,
  );
  process.exit(2);
}
const facts: Record<string, number> = {};
const figures = await figuresOf((await load()).bench);
const noted = Object.keys(facts).length > 0 ? { facts } : {};
process.stdout.write(
  flags.json ? `${JSON.stringify({ name, ...noted, figures })}\n` : `${factLine()}${table(figures)}`,
);

/** What a bench counted, in one line; nothing for one that only compares. */
function factLine(): string {
  const parts = Object.entries(facts).map(([fact, value]) => `${fact} ${value}`);
  return parts.length > 0 ? `${name}: ${parts.join(', ')}\n` : '';
}

type Shown = Record<string, ReturnType<typeof shown>>;

async function figuresOf(bench: Bench): Promise<Shown> {
  const database = await openDatabase({ throwaway: true });
  try {
    await prepareDatabase(database, openProgress);
    await useDatabase(database.batchUrl);
    process.env.DATABASE_BATCH_URL = database.batchUrl;
    const figures = await bench.run({
      full: flags.full,
      count: counted(flags.count),
      database,
      progress: openProgress,
      note: (fact, value) => {
        facts[fact] = value;
      },
      cached,
    });
    return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, shown(figure)]));
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

function shown({ values, baselines, unit, target }: Figure) {
  const [value, baseline] = [median(values), median(baselines)];
  return {
    value: rounded(value),
    unit,
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
    target,
    runs: values.length,
  };
}

/** Four significant digits: more is noise. */
function rounded(n: number): number {
  return Number(n.toPrecision(4));
}

/** How often, for benches that kill or try; left out, as often as the bench says. */
function counted(text: string | undefined): number | null {
  const count = Number(text);
  return text !== undefined && Number.isInteger(count) && count > 0 ? count : null;
}

function cached<T>(key: string, make: () => T): T {
  const folder = path.join(checkout, 'node_modules/.cache/xinqiao-bench');
  const file = path.join(folder, `${key}.json`);
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
  const made = make();
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(`${file}.draft`, JSON.stringify(made));
  fs.renameSync(`${file}.draft`, file);
  return made;
}

function table(figures: Shown): string {
  return Object.entries(figures)
    .map(
      ([key, { value, unit, baseline, ratio, target, runs }]) =>
        `${key}: ${value} ${unit} : ${baseline} ${unit} = ${ratio} (${target}; ${runs})\n`,
    )
    .join('');
}
