import cluster from 'node:cluster';
import { leadWeb } from './lead-web.ts';
import { refusedInWords } from './refused-in-words.ts';
import { readWebProcesses } from './settings.ts';
import { serveWeb } from './web-server.ts';

/** The web part: one process, or one that leads several (`XINQIAO_WEB_PROCESSES`), or one of those it leads. */
await refusedInWords(async () => {
  const count = cluster.isPrimary ? readWebProcesses() : 1;
  await (count > 1 ? leadWeb(count) : serveWeb());
});
