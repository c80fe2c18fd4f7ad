import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tsconfigPaths from 'vite-tsconfig-paths';
import { defineConfig } from 'vitest/config';
import { testDay } from './today.ts';

const root = new URL('..', import.meta.url).pathname;
const withDatabase = { globalSetup: ['tests/database-server.ts'], hookTimeout: 600_000 };

// One data folder for a run: what a template database names (documents, the signing key) is there for every clone.
// Held by the process: each project reads this file again and must see the folder that the first reading made.
const shared = globalThis as { runFolder?: string };
shared.runFolder ??= makeRunFolder();
const data = shared.runFolder;

function makeRunFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-run-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// What a developer's machine names must not change what the tests work on; the contract of search may run on a real server.
const { MEILI_URL = '', MEILI_KEY = '' } = process.env;
const servers = {
  REDIS_URL: '',
  MEILI_URL: '',
  MEILI_KEY: '',
  TEST_MEILI_URL: MEILI_URL,
  TEST_MEILI_KEY: MEILI_KEY,
};

export default defineConfig({
  root,
  plugins: [tsconfigPaths()],
  test: {
    env: { TZ: 'UTC', XINQIAO_TODAY: testDay, XINQIAO_DATA_DIR: data, ...servers },
    setupFiles: ['tests/own-folder.ts'],
    testTimeout: 180_000, // a busy machine is no failure
    maxWorkers: 2, // one waits for the database while the other works, also on a machine of two cores
    isolate: false, // modules are read once a process; what a file leaves behind, own-folder.ts takes back
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,jobs,search,prisma}/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...withDatabase },
      },
      {
        extends: true,
        test: {
          name: 'security',
          include: ['tests/security/**/*.test.ts'],
          isolate: true, // the built product holds one database for as long as it is loaded
          sequence: { groupOrder: 1 }, // after the others, on their server
          ...withDatabase,
        },
      },
    ],
  },
});
