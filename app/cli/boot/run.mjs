#!/usr/bin/env node
// The door of every npm script. Plain JavaScript without dependencies, because it runs before anything is installed:
// it installs and generates what is missing and hands over to the TypeScript that does the work.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const programs = {
  start: 'app/cli/boot/start.ts',
  dev: 'app/cli/boot/dev.ts',
  web: 'app/cli/boot/run-web.ts',
  worker: 'app/cli/boot/run-worker.ts',
  migrate: 'app/cli/boot/run-migrate.ts',
  test: 'app/cli/boot/test.ts',
  bench: 'tests/bench/run.ts',
  cli: 'app/cli/main.ts',
};

/** The sentences needed before the text tables can be read. */
const chinese = !/^(en|C\b|POSIX)/i.test(
  process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'zh',
);
const words = {
  oldNode: (version) =>
    chinese
      ? `需要 Node.js 20.19 或更高版本，当前为 ${version}。请升级后重试。`
      : `Node.js 20.19 or newer is needed; this is ${version}. Please upgrade and try again.`,
  install: chinese ? '正在安装依赖' : 'Installing packages',
  generate: chinese ? '正在生成数据库客户端' : 'Generating the database client',
  failed: (step, command) =>
    chinese
      ? `${step}失败，输出如上。请检查网络与磁盘空间，然后运行 ${command}。`
      : `${step} failed, see above. Check the network and the free disk space, then run ${command}.`,
};

/** Node 20.19 is the first that runs everything we pin. */
function isOld([major, minor]) {
  return major < 20 || (major === 20 && minor < 19);
}

/** The packages of the lock file that npm's own record of what it installed lacks or has in another version. */
function isInstalled() {
  try {
    const { packages: wanted } = readJson('package-lock.json');
    const { packages: present } = readJson('node_modules/.package-lock.json');
    return Object.entries(wanted).every(([place, { version, optional }]) => {
      if (place === '') return true;
      if (!present[place]) return optional === true; // made for another platform
      return present[place].version === version;
    });
  } catch {
    return false; // nothing installed yet
  }
}

const readJson = (file) => JSON.parse(fs.readFileSync(path.join(checkout, file), 'utf8'));

/** What the generated client depends on: the schema files and the generator's version. */
function schemaHash() {
  const models = path.join(checkout, 'prisma/models');
  const files = [
    path.join(checkout, 'prisma/schema.prisma'),
    ...fs
      .readdirSync(models)
      .sort()
      .map((name) => path.join(models, name)),
  ];
  const hash = createHash('sha256').update(readJson('node_modules/prisma/package.json').version);
  for (const file of files) hash.update(fs.readFileSync(file));
  return hash.digest('hex');
}

async function ensureInstalled() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await step(words.install, command, [...first, ...options], 'npm ci');
}

async function ensureGenerated() {
  const client = path.join(checkout, 'app/server/db/prisma');
  const record = path.join(checkout, 'node_modules/.cache/xinqiao-prisma-client');
  const hash = schemaHash();
  const known = fs.existsSync(record) ? fs.readFileSync(record, 'utf8') : '';
  if (known === hash && fs.existsSync(path.join(client, 'client.ts'))) return;
  const prisma = path.join(checkout, 'node_modules/prisma/build/index.js');
  const options = [prisma, 'generate', '--config', 'prisma/prisma.config.ts', '--no-hints'];
  await step(words.generate, process.execPath, options, 'npm run generate');
  fs.mkdirSync(path.dirname(record), { recursive: true });
  fs.writeFileSync(record, hash);
}

/** Runs a step with its seconds on the terminal; its output appears only when it fails. Nothing goes to standard output. */
async function step(label, command, options, remedy) {
  const begun = Date.now();
  const isTerminal = process.stderr.isTTY;
  const show = (end) => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    process.stderr.write(
      isTerminal ? `\r${label} … ${seconds} s${end}` : end && `${label} … ${seconds} s${end}`,
    );
  };
  const clock = setInterval(() => isTerminal && show(''), 1000);
  if (isTerminal) show('');
  const code = await run(command, options);
  clearInterval(clock);
  show('\n');
  if (code === 0) return;
  process.stderr.write(`${words.failed(label, remedy)}\n`);
  process.exit(1);
}

function run(command, options) {
  return new Promise((resolve) => {
    const output = [];
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
    const child = spawn(command, options, { cwd: checkout, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    const end = (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code);
    };
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      end(1);
    });
    child.on('exit', end);
  });
}

if (isOld(process.versions.node.split('.').map(Number))) {
  process.stderr.write(`${words.oldNode(process.version)}\n`);
  process.exit(1);
}
const [program, ...rest] = process.argv.slice(2);
process.env.INIT_CWD ??= process.cwd();
process.chdir(checkout);
await ensureInstalled();
await ensureGenerated();
process.argv = [process.execPath, path.join(checkout, programs[program]), ...rest];
const { register } = await import('tsx/esm/api');
register();
await import(`../../../${programs[program]}`);
