import tailwindcss from '@tailwindcss/vite';
import { build, createServer } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';
import type { Locale } from '~/text/define.ts';

const root = new URL('../..', import.meta.url).pathname;

type Renderer = typeof import('./render.tsx');

/** The parts as complete pages with the product's style sheet, made without a running application. */
export async function buildPartPages(locales: readonly Locale[]) {
  const css = await buildStyleSheet();
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    cacheDir: 'node_modules/.cache/parts',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [tsconfigPaths()],
    ssr: { noExternal: ['@remix-run/react'] },
  });
  try {
    const renderer = (await server.ssrLoadModule('/tests/parts/render.tsx')) as Renderer;
    const pages: { name: string; html: string }[] = [];
    for (const locale of locales) {
      const gallery = await renderer.renderExamples(locale);
      const found = [
        ['gallery', `<main>${gallery}</main>`],
        ...(await renderer.renderPages(locale)),
      ] as const;
      for (const [name, body] of found)
        pages.push({ name: `${name} ${locale}`, html: pageOf(locale, css, body) });
    }
    return pages;
  } finally {
    await server.close();
  }
}

/** The gallery as a script that runs in the page: what the parts do once they are alive. */
export async function buildLiveGallery(): Promise<{ css: string; script: string }> {
  const [bundle] = await outputOf('tests/parts/live.tsx');
  if (bundle?.type !== 'chunk') throw new Error('no script was built');
  return { css: await buildStyleSheet(), script: bundle.code };
}

async function buildStyleSheet(): Promise<string> {
  const sheet = (await outputOf('app/tailwind.css')).find((file) => file.fileName.endsWith('.css'));
  if (sheet?.type !== 'asset') throw new Error('no style sheet was built');
  return String(sheet.source);
}

async function outputOf(input: string) {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [tailwindcss(), tsconfigPaths()],
    define: { 'process.env.NODE_ENV': '"production"' },
    esbuild: { jsxDev: false }, // under NODE_ENV=test it would call what React's production build lacks
    build: { write: false, assetsInlineLimit: 0, rollupOptions: { input } },
  });
  const first = Array.isArray(built) ? built[0] : built;
  return first && 'output' in first ? first.output : [];
}

const pageOf = (locale: Locale, css: string, body: string) =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>parts</title>` +
  `<meta name="viewport" content="width=device-width"><style>${css}</style></head><body>${body}</body></html>`;
