import { createServer } from 'node:http';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { watchStatements } from '#tests/count-statements.ts';
import { checkout } from '~/cli/boot/home.ts';
import { runPart } from '~/cli/boot/part.ts';
import { openPublicPages } from '~/cli/boot/public-pages.ts';
import { readAddress } from '~/cli/boot/settings.ts';
import { createWebApp } from '~/cli/boot/web-app.ts';
import { drawWith } from '~/server/http/draw-page.ts';
import { withStaticPage } from './web-static-page.ts';

/** Serves the production build as `npm start` does, with the static page beside it and a count of statements. */
let statements = 0;
watchStatements(() => {
  statements += 1;
});

const { host, port } = readAddress();
const build = (await import(path.join(checkout, 'app/build/server/index.js'))) as ServerBuild;
const pages = openPublicPages(drawWith(build), process.env.DATABASE_APP_URL ?? '');
const app = createWebApp({
  build: withStaticPage(build),
  publicPages: pages.handler,
  mode: 'production',
  proxies: 0,
  before: [
    (request, response, next) => {
      if (request.path === '/bench/statements') response.json({ statements });
      else next();
    },
  ],
});
const server = createServer(app);
const close = async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await pages.close();
};
server.listen(port, host, () => runPart({ close }));
