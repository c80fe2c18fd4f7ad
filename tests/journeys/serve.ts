import { ensureBuilt } from '~/cli/boot/build.ts';
import { environmentOf, startChild } from '~/cli/boot/children.ts';
import { openDemoDepartment } from '~/cli/boot/demo-department.ts';
import { openDatabase } from '~/cli/boot/open-database.ts';
import { runPart } from '~/cli/boot/part.ts';
import { prepareDatabase } from '~/cli/boot/prepare-database.ts';
import { closeDatabase } from '~/server/db/client.ts';

/** The real server for journeys: what `npm start` brings up, over data that go away. */
await ensureBuilt();
const database = await openDatabase({ throwaway: true });
const silent = { tick: () => undefined, total: () => undefined, done: () => undefined };
await prepareDatabase(database, () => silent, { demo: 'demo' });
const department = await openDemoDepartment();
await closeDatabase();
const web = startChild('web', {
  program: 'app/cli/boot/web.ts',
  env: environmentOf('web', 'start', database),
});
const worker = startChild('worker', {
  program: 'app/cli/boot/worker.ts',
  env: environmentOf('worker', 'start', database),
});
const close = async () => {
  await Promise.all([web.stop(), worker.stop()]);
  department?.close();
  await database.stop();
};
await Promise.all([web.ready, worker.ready]).catch(async (error: unknown) => {
  await close();
  throw error;
});
runPart({ close });
