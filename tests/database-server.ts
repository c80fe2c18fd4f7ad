import type { TestProject } from 'vitest/node';
import { migrate } from '~/cli/boot/migrate.ts';
import { openDatabase } from '~/cli/boot/open-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the test server, and the owner's of the migrated template database. */
    server: { readonly adminUrl: string; readonly template: string };
    /** Passwords of the three roles by name. */
    roles: { readonly ownerUrl: string; readonly appUrl: string; readonly batchUrl: string };
  }
}

type Opened = Awaited<ReturnType<typeof openDatabase>>;

/** Held by the process: projects read this file each for itself, and share the server with all that stands on it. */
const shared = globalThis as { testServer?: { readonly opened: Promise<Opened>; users: number } };

async function open(): Promise<Opened> {
  const database = await openDatabase({ throwaway: true });
  await migrate(database.ownerUrl);
  return database;
}

/** Once per run: a throwaway PostgreSQL whose database is migrated once and cloned for each test file. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  shared.testServer ??= { opened: open(), users: 0 };
  const server = shared.testServer;
  server.users += 1;
  const database = await server.opened;
  provide('server', { adminUrl: database.server?.superuserUrl('postgres') ?? '', template: 'xinqiao' });
  const { ownerUrl, appUrl, batchUrl } = database;
  provide('roles', { ownerUrl, appUrl, batchUrl });
  return async () => {
    server.users -= 1;
    if (server.users > 0) return;
    delete shared.testServer;
    await database.stop();
  };
}
