import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { checkout } from './home.ts';
import { withLock } from './lock.ts';
import { LaunchRefused } from './refusal.ts';

const output = path.join(checkout, 'app/build');
const record = path.join(output, 'source-hash');
const cache = path.join(checkout, 'node_modules/.cache');
const log = path.join(cache, 'xinqiao-build.log');

/** Builds the web application unless the last build was made from these very sources. Returns whether it built. */
export async function ensureBuilt(): Promise<boolean> {
  const hash = sourceHash();
  if (isBuilt(hash)) return false;
  fs.mkdirSync(cache, { recursive: true });
  return withLock(cache, 'xinqiao-build', async () => {
    if (isBuilt(hash)) return false; // by another process while we waited
    const draft = path.join(cache, 'xinqiao-build');
    await build(draft);
    fs.rmSync(record, { force: true });
    for (const part of ['client', 'server']) replace(path.join(output, part), path.join(draft, part));
    fs.writeFileSync(record, hash);
    return true;
  });
}

const isBuilt = (hash: string) => fs.existsSync(record) && fs.readFileSync(record, 'utf8') === hash;

/** Builds beside the build in use, which a server may be serving meanwhile. */
function build(draft: string): Promise<void> {
  const remix = path.join(checkout, 'node_modules/@remix-run/dev/dist/cli.js');
  const target = fs.openSync(log, 'w');
  const env = { ...process.env, NODE_ENV: 'production' as const, XINQIAO_BUILD_DIR: draft };
  const child = spawn(process.execPath, [remix, 'vite:build', '--config', 'app/vite.config.ts'], {
    cwd: checkout,
    env,
    stdio: ['ignore', target, target],
  });
  fs.closeSync(target);
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new LaunchRefused({ code: 'build-failed', log, detail: reasonIn(log) }));
    child.on('exit', (code) => (code === 0 ? resolve() : refuse()));
  });
}

/** The line after the one that says that the build failed. */
function reasonIn(file: string): string {
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  return lines[lines.findIndex((line) => /Build failed|error during build/i.test(line)) + 1] ?? '';
}

function replace(old: string, by: string): void {
  fs.mkdirSync(path.dirname(old), { recursive: true });
  fs.rmSync(old, { recursive: true, force: true });
  fs.renameSync(by, old);
}

/** Everything that the build reads: our sources, what is pinned, what is served as it is. */
function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of sources()) hash.update(path.relative(checkout, file)).update(fs.readFileSync(file));
  return hash.digest('hex');
}

function sources(): string[] {
  const single = ['package-lock.json', 'tsconfig.json'].map((name) => path.join(checkout, name));
  const folders = ['app', 'jobs', 'search', 'prisma', 'public'].map((name) => path.join(checkout, name));
  return [...single, ...folders.flatMap(filesUnder)];
}

const unread = new Set(['build', 'cli', 'decisions', 'migrations', 'seed']);

function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return unread.has(entry.name) ? [] : filesUnder(file);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [file];
    });
}
