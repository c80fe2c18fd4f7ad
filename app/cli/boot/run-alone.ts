import { parseArgs } from 'node:util';
import { cliText } from '~/text/cli.ts';
import { translate } from '~/text/define.ts';
import { startText } from '~/text/start.ts';
import { folder } from '../command.ts';
import { chooseLanguage } from '../language.ts';
import { wishedLanguage } from '../parse.ts';
import { ensureBuilt } from './build.ts';
import { checkQueue } from './check-queue.ts';
import { leadWeb } from './lead-web.ts';
import { openPrepared } from './open-prepared.ts';
import { obstacleAt } from './ports.ts';
import { LaunchRefused } from './refusal.ts';
import { refusedInWords } from './refused-in-words.ts';
import { serveWorker } from './serve-worker.ts';
import { readAddress, readDrainMs, readOperations, readWebProcesses } from './settings.ts';
import { withStopwatch } from './stopwatch.ts';
import { serveWeb } from './web-server.ts';

/**
 * `npm run web` and `npm run worker`: one part by itself, over a database that is there and migrated. Any number of
 * each may run, on one machine or several.
 */
export async function runAlone(part: 'web' | 'worker'): Promise<void> {
  const words = process.argv.slice(2);
  const locale = chooseLanguage(wishedLanguage(words));
  await refusedInWords(async () => {
    const dataDir = readDataDir(words);
    const operations = readOperations(part);
    if (operations) await checkFree(operations);
    if (part === 'web') await checkFree(readAddress());
    else await checkQueue();
    process.env.NODE_ENV ??= 'production';
    process.env.XINQIAO_PART = part;
    if (part === 'web') await withStopwatch(translate(startText, locale)('start.building'), ensureBuilt);
    const stop = await openPrepared(part, dataDir);
    if (part === 'worker') await serveWorker(stop);
    else await serveWebs(stop);
    const say = translate(startText, locale);
    const where = part === 'web' ? readAddress().url : say('start.part.worker');
    process.stdout.write(`${say('start.alone', where, process.pid)}\n`);
  });

  function readDataDir(typed: string[]): string | undefined {
    try {
      const options = { 'data-dir': { type: 'string' }, lang: { type: 'string' } } as const;
      const given = parseArgs({ args: typed, options }).values['data-dir'];
      return given === undefined ? undefined : folder.parse(given);
    } catch {
      process.stderr.write(`${translate(cliText, locale)('cli.option.unknown', typed.join(' '))}\n`);
      process.exit(2);
    }
  }
}

async function serveWebs(stop: () => Promise<void>): Promise<void> {
  readDrainMs();
  const count = readWebProcesses();
  await (count > 1 ? leadWeb(count, stop) : serveWeb(stop));
}

async function checkFree({ host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  const obstacle = await obstacleAt(port, host);
  if (obstacle === 'EADDRINUSE') throw new LaunchRefused({ code: 'port-busy', host, port });
  if (obstacle === 'EACCES') throw new LaunchRefused({ code: 'port-forbidden', host, port });
  if (obstacle) throw new LaunchRefused({ code: 'host-unknown', host });
}
