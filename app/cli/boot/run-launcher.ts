import { parseArgs } from 'node:util';
import { cliText } from '~/text/cli.ts';
import { translate } from '~/text/define.ts';
import { launchSentence } from '~/text/launch.ts';
import { startText } from '~/text/start.ts';
import { folder } from '../command.ts';
import { chooseLanguage } from '../language.ts';
import { wishedLanguage } from '../parse.ts';
import { type Launch, launch, StoppedEarly } from './launch.ts';
import { LaunchRefused } from './refusal.ts';
import { askedToStop } from './shutdown.ts';

/** Runs `npm start` or `npm run dev` to its end. Exit code 0 when stopped, 1 with one sentence when refused. */
export async function runLauncher(mode: Launch['mode']): Promise<never> {
  const words = process.argv.slice(2);
  const locale = chooseLanguage(wishedLanguage(words));
  const stopped = askedToStop();
  try {
    await launch({ mode, dataDir: readDataDir(words), locale, stopped });
  } catch (error) {
    if (error instanceof UnknownOption) {
      process.stderr.write(`${translate(cliText, locale)('cli.option.unknown', words.join(' '))}\n`);
      process.exit(2);
    }
    if (error instanceof LaunchRefused) {
      process.stderr.write(`${launchSentence(error.refusal, locale)}\n`);
      process.exit(1);
    }
    if (!(error instanceof StoppedEarly)) throw error;
  }
  process.stdout.write(`${translate(startText, locale)('start.stopped')}\n`);
  process.exit(0);
}

class UnknownOption extends Error {}

function readDataDir(words: string[]): string | undefined {
  try {
    const options = { 'data-dir': { type: 'string' }, lang: { type: 'string' } } as const;
    const typed = parseArgs({ args: words, options }).values['data-dir'];
    return typed === undefined ? undefined : folder.parse(typed);
  } catch {
    throw new UnknownOption();
  }
}
