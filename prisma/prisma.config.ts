import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';
import { existingHome } from '../app/cli/boot/home.ts';
import { runningOwnerUrl } from '../app/cli/boot/roles.ts';

// Prisma's own schema engine is a download; ours is the same engine as WebAssembly from npm, so it works offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('../app/cli/boot/schema-engine.mjs', import.meta.url),
);
process.env.CHECKPOINT_DISABLE ??= '1';

/** `DATABASE_URL`, or the embedded database while `npm start` runs; `generate` needs neither. */
const url =
  process.env.DATABASE_URL ?? runningOwnerUrl(existingHome()) ?? 'postgresql://127.0.0.1:1/not-running';

export default defineConfig({ schema: '.', migrations: { path: 'migrations' }, datasource: { url } });
