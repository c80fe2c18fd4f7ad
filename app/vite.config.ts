import path from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';
import { markupOut, sharedChunk, singleFetchOut } from './vite-chunks.ts';
import { licencesInOneFile } from './vite-licences.ts';
import { signsInOneFile } from './vite-signs.ts';

const root = path.resolve(import.meta.dirname, '..');
const app = path.join(root, 'app');

/** What must never reach a browser, even by accident of an import. */
const serverOnly = ['app/server', 'app/cli', 'jobs', 'search', 'prisma'].map(
  (folder) => path.join(root, folder) + path.sep,
);

/** Fails the browser's build when code of the server is left in it after unused code has been dropped. */
function keepServerCodeOut(): Plugin {
  return {
    name: 'keep-server-code-out',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const leaked = Object.entries(chunk.modules).find(
          ([file, { renderedLength }]) =>
            renderedLength > 0 && serverOnly.some((folder) => file.startsWith(folder)),
        );
        if (leaked)
          this.error(
            `server code in the browser's build: ${path.relative(root, leaked[0])} in ${chunk.fileName}`,
          );
      }
    },
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  root,
  // The content security policy refuses fonts in data addresses.
  build: {
    assetsInlineLimit: 0,
    ...(!isSsrBuild && {
      rollupOptions: { output: { manualChunks: sharedChunk, experimentalMinChunkSize: 400 } },
    }),
  },
  ...(!isSsrBuild && { esbuild: { legalComments: 'none' as const } }),
  // Hashes passwords on the server; its other half is for WebAssembly and is not installed.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  plugins: [
    tailwindcss(),
    remix({
      appDirectory: app,
      buildDirectory: process.env.XINQIAO_BUILD_DIR ?? path.join(app, 'build'),
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        // Both have an open advisory in Remix 2 (see app/decisions); they stay off.
        v3_singleFetch: false,
        v3_lazyRouteDiscovery: false,
      },
    }),
    tsconfigPaths(),
    keepServerCodeOut(),
    singleFetchOut(),
    markupOut(),
    signsInOneFile(app),
    licencesInOneFile(),
  ],
}));
