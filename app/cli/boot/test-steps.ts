import { ensureBuilt } from './build.ts';
import { readPlaywrightReport, readVitestReport, type Tally } from './test-reports.ts';

export type Step = {
  readonly name: string;
  /** The program under `node_modules` and its words; what the user adds is appended. */
  readonly program: string;
  readonly words: readonly string[];
  /** What must be there before it runs. */
  readonly prepare?: () => Promise<unknown>;
  /** Counts its tests from the report that it wrote; a step without one counts as one test. */
  readonly report?: { readonly file: string; read(text: string): Tally };
};

const biome = '@biomejs/biome/bin/biome';
const output = 'tests/.output';

const vitest = (name: string, projects: readonly string[] = [name]): Step => {
  const file = `${output}/${name}.json`;
  return {
    name,
    program: 'vitest/vitest.mjs',
    words: [
      ...[
        'run',
        '--config',
        'tests/vitest.config.ts',
        ...projects.flatMap((project) => ['--project', project]),
      ],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ],
    report: { file, read: readVitestReport },
  };
};

/** Everything that `npm test` runs, in order: what fails fastest first. */
export const steps: readonly Step[] = [
  { name: 'types', program: 'typescript/bin/tsc', words: ['--noEmit'] },
  { name: 'lint', program: biome, words: ['lint', '--config-path=app/biome.json', '.'] },
  {
    name: 'format',
    program: biome,
    words: ['check', '--linter-enabled=false', '--config-path=app/biome.json', '.'],
  },
  vitest('architecture'),
  vitest('unit'),
  // One run for both, so that one server holds the demo province for all who work on it.
  { ...vitest('database', ['integration', 'security']), prepare: ensureBuilt },
  {
    name: 'journeys',
    program: '@playwright/test/cli.js',
    words: ['test', '--config', 'tests/playwright.config.ts'],
    prepare: ensureBuilt,
    report: { file: `${output}/journeys.json`, read: readPlaywrightReport },
  },
];
