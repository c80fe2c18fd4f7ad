import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

// Each test file has a temporary folder of its own; it goes with its last test.
const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
chmodSync(folder, 0o755); // a database that runs as another user may pass through it
process.env.TMPDIR = folder;

afterAll(() => rmSync(folder, { recursive: true, force: true }));
