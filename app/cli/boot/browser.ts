import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

export type Browser = {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
  /** What the browser needs to be told to run in a container without a screen. */
  readonly args: readonly string[];
};

const require = createRequire(import.meta.url);
const cache = fileURLToPath(new URL('../../../node_modules/.cache/chromium', import.meta.url));
const systemPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...[
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ],
  '--font-render-hinting=none',
];

/**
 * A Chromium without any download of its own: the one in `CHROME_PATH`, the system's, or the one that npm brought.
 * `NPM_CHROMIUM=1` passes over the system's.
 */
export function findBrowser(): Browser {
  const systems = systemPlaces.find((place) => fs.existsSync(place));
  const own = process.env.CHROME_PATH ?? (process.env.NPM_CHROMIUM ? undefined : systems);
  const fonts = { FONTCONFIG_FILE: fontConfiguration() };
  if (own) return { executablePath: own, env: { ...process.env, ...fonts }, args };
  const executablePath = unpackedChromium();
  return {
    executablePath,
    env: { ...process.env, ...fonts, LD_LIBRARY_PATH: path.join(cache, 'lib') },
    args,
  };
}

/** Unpacks `@sparticuz/chromium` once: the program, and the libraries that a bare system lacks. */
function unpackedChromium(): string {
  const program = path.join(cache, 'chromium');
  const packed = path.join(packageFolder('@sparticuz/chromium'), 'bin');
  fs.mkdirSync(cache, { recursive: true });
  if (!fs.existsSync(path.join(cache, 'lib'))) unpackLibraries(path.join(packed, 'al2023.tar.br'));
  if (!fs.existsSync(program)) {
    const draft = `${program}.${process.pid}`;
    fs.writeFileSync(draft, unpacked(path.join(packed, 'chromium.br')), { mode: 0o755 });
    fs.renameSync(draft, program);
  }
  return program;
}

function unpackLibraries(archive: string): void {
  const draft = fs.mkdtempSync(path.join(cache, 'libraries-'));
  execFileSync('tar', ['-x', '-C', draft], { input: unpacked(archive) });
  fs.renameSync(path.join(draft, 'lib'), path.join(cache, 'lib'));
  fs.rmSync(draft, { recursive: true });
}

const unpacked = (file: string): Buffer => zlib.brotliDecompressSync(fs.readFileSync(file));

/** Chinese text is empty boxes without a Chinese font: Noto Sans SC from npm, besides whatever the system has. */
function fontConfiguration(): string {
  const chinese = packageFolder('@expo-google-fonts/noto-sans-sc');
  const file = path.join(cache, 'fonts.conf');
  fs.mkdirSync(path.join(cache, 'fonts'), { recursive: true });
  const folders = [path.join(chinese, '400Regular'), path.join(chinese, '700Bold'), '/usr/share/fonts'];
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders
    .map((folder) => `<dir>${folder}</dir>`)
    .join('')}<cachedir>${path.join(cache, 'fonts')}</cachedir></fontconfig>`;
  fs.writeFileSync(file, text);
  return file;
}

/** The folder of an installed package, whose `package.json` it may not export. */
function packageFolder(name: string): string {
  const places = require.resolve.paths(name) ?? [];
  const found = places
    .map((place) => path.join(place, name))
    .find((folder) => fs.existsSync(path.join(folder, 'package.json')));
  if (!found) throw new Error(`${name} is not installed`);
  return found;
}
