import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

// A process goes from one test file to the next: each begins with the environment that the first one found.
const shared = globalThis as { environment?: NodeJS.ProcessEnv };
shared.environment ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in shared.environment)) delete process.env[name];
Object.assign(process.env, shared.environment);

// Each test file has a temporary folder of its own; it goes with its last test.
const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
chmodSync(folder, 0o755); // a database that runs as another user may pass through it
process.env.TMPDIR = folder;

afterAll(() => rmSync(folder, { recursive: true, force: true }));
