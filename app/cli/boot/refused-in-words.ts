import { launchSentence } from '~/text/launch.ts';
import { chooseLanguage } from '../language.ts';
import { wishedLanguage } from '../parse.ts';
import { LaunchRefused } from './refusal.ts';

/** Runs a program; where it cannot go on it says so in one sentence and ends with code 1. */
export async function refusedInWords(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LaunchRefused)) throw error;
    const locale = chooseLanguage(wishedLanguage(process.argv.slice(2)));
    process.stderr.write(`${launchSentence(error.refusal, locale)}\n`);
    process.exit(1);
  }
}
