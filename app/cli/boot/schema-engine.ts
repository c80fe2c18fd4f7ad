import readline from 'node:readline';
import { inspectDatabase } from './schema-engine-database.ts';
import { type Engine, openEngine } from './schema-engine-wasm.ts';

/**
 * Speaks the JSON-RPC of Prisma's native schema engine over standard input and output, and lets the very same engine as
 * WebAssembly do the work. `prisma migrate dev`, `diff`, `status`, `deploy` and `reset` then need no download.
 */
type Call = { readonly id: number; readonly method?: string; readonly params?: Record<string, unknown> };

const { version, datamodels, datasource, cli } = readArguments(process.argv.slice(2));
if (version) process.stdout.write(`schema-engine-cli ${version}\n`);
else if (cli) process.exitCode = await inspectDatabase(cli, datasource.url ?? '');
else serve();

function readArguments(argv: string[]) {
  const after = (...names: string[]) =>
    argv.flatMap((word, i) => (names.includes(word) ? [argv[i + 1] ?? ''] : []));
  return {
    version: argv.includes('--version') || argv.includes('-V') ? 'wasm' : undefined,
    datamodels: after('--datamodels', '-d'),
    datasource: JSON.parse(after('--datasource')[0] ?? '{}') as {
      url?: string;
      shadowDatabaseUrl?: string;
    },
    cli: after('cli')[0],
  };
}

/** Answers one call after the other, in the order they came. */
function serve(): void {
  let engine: Promise<Engine> | undefined;
  let last = Promise.resolve();
  const handle = async (call: Call) => {
    engine ??= openEngine(datamodels, datasource);
    say(await answer(await engine, call));
  };
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  lines.on('line', (line) => {
    if (!line.trim()) return;
    const call = JSON.parse(line) as Call;
    if (call.method) last = last.then(() => handle(call));
  });
  lines.on('close', () => void last.then(() => process.exit(0)));
}

const say = (message: object) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

async function answer(engine: Engine, { id, method = '', params = {} }: Call): Promise<object> {
  try {
    const result = await engine.call(method, params);
    const printed = method === 'diff' ? (result as { stdout?: string }).stdout : undefined;
    if (printed) say({ id: 1_000_000 + id, method: 'print', params: { content: printed } });
    return { id, result: result ?? {} };
  } catch (error) {
    const { message, meta, code } = error as { message?: string; meta?: unknown; code?: string };
    const data = {
      is_panic: false,
      message: message ?? String(error),
      meta: meta ?? null,
      error_code: code ?? null,
    };
    return {
      id,
      error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
    };
  }
}
