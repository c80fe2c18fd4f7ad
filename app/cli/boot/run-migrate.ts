import { parseArgs } from 'node:util';
import { closeDatabase } from '~/server/db/client.ts';
import { cliText } from '~/text/cli.ts';
import { translate } from '~/text/define.ts';
import { startText } from '~/text/start.ts';
import { folder } from '../command.ts';
import { chooseLanguage } from '../language.ts';
import { wishedLanguage } from '../parse.ts';
import { openProgress } from '../progress.ts';
import { openDatabase } from './open-database.ts';
import { prepareDatabase } from './prepare-database.ts';
import { refusedInWords } from './refused-in-words.ts';

const options = {
  'data-dir': { type: 'string' },
  lang: { type: 'string' },
  demo: { type: 'boolean' },
} as const;

/** `npm run migrate [-- --demo]`: brings a database to this version, for parts that are started one by one. */
await refusedInWords(async () => {
  const words = process.argv.slice(2);
  const locale = chooseLanguage(wishedLanguage(words));
  const say = translate(startText, locale);
  const wish = readWords(words);
  if (!wish) {
    process.stderr.write(`${translate(cliText, locale)('cli.option.unknown', words.join(' '))}\n`);
    process.exit(2);
  }
  const database = await openDatabase({ dataDir: wish.dataDir });
  try {
    await prepareDatabase(database, openProgress, wish.demo ? { demo: say('start.seeding') } : {});
    await closeDatabase();
    process.stdout.write(`${say('start.migrated', database.where)}\n`);
  } finally {
    await database.stop();
  }
});

function readWords(words: string[]) {
  try {
    const { values } = parseArgs({ args: words, options });
    const dataDir = values['data-dir'] === undefined ? undefined : folder.parse(values['data-dir']);
    return { dataDir, demo: values.demo === true };
  } catch {
    return undefined;
  }
}
