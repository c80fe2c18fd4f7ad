import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { openAdapter, openShadow, type Shadow } from './schema-engine-adapter.ts';

export type Engine = { call(method: string, params: Record<string, unknown>): Promise<unknown> };

type Datasource = { readonly url?: string; readonly shadowDatabaseUrl?: string };
type Methods = Record<string, ((params: object) => Promise<unknown>) | undefined>;

/** The command line still says the old name of one method. */
const renamed: Readonly<Record<string, string>> = { getDatabaseVersion: 'version' };

/** The engine over the schema files given, speaking to the database of the datasource. */
export async function openEngine(files: readonly string[], datasource: Datasource): Promise<Engine> {
  await loadWasm();
  const shadows = new Set<Shadow>();
  const datamodels = files.map((file): [string, string] => [file, fs.readFileSync(file, 'utf8')]);
  const options = datamodels.length > 0 ? { datamodels } : {};
  const engine = await bindings.SchemaEngine.new(
    options as bindings.ConstructorOptions,
    () => undefined,
    adapters(datasource, shadows),
  );
  const methods = engine as unknown as Methods;
  const call = async (method: string, params: object) => {
    try {
      return await callRefilled(methods, renamed[method] ?? method, params);
    } finally {
      for (const shadow of shadows) await shadow.dispose();
      shadows.clear();
    }
  };
  return { call };
}

function adapters(datasource: Datasource, shadows: Set<Shadow>) {
  const main = datasource.url ?? 'postgresql://nobody@127.0.0.1:1/none';
  return bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => openAdapter(main),
    async connectToShadowDb() {
      if (datasource.shadowDatabaseUrl) return openAdapter(datasource.shadowDatabaseUrl);
      const shadow = await openShadow(main);
      shadows.add(shadow);
      return shadow.adapter;
    },
  });
}

/**
 * Here the engine can read the schema of the migrations from its cache only, and some methods look before anything
 * has filled it: fill it and ask again.
 */
async function callRefilled(methods: Methods, name: string, params: object): Promise<unknown> {
  if (!methods[name]) throw new Error(`the schema engine has no method ${name}`);
  try {
    return await methods[name](params);
  } catch (error) {
    const isMiss = error instanceof Error && /through an external factory/.test(error.message);
    if (!isMiss || !('migrationsList' in params)) throw error;
    const { migrationsList, filters } = params as { migrationsList: unknown; filters?: unknown };
    await methods.diagnoseMigrationHistory?.({ migrationsList, optInToShadowDatabase: true, filters });
    return methods[name](params);
  }
}

async function loadWasm(): Promise<void> {
  const note = (message: string) =>
    process.stderr.write(`${JSON.stringify({ level: 'ERROR', fields: { message }, target: 'panic' })}\n`);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: note } });
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const code = fs.readFileSync(path.join(path.dirname(script), 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(code, imports);
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
}
