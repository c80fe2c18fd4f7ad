import fs from 'node:fs';
import { clock } from '~/server/clock.ts';
import { closeDatabase, useDatabase } from '~/server/db/client.ts';
import { cliText } from '~/text/cli.ts';
import { type Locale, translate } from '~/text/define.ts';
import { launchSentence } from '~/text/launch.ts';
import { openDatabase } from './boot/open-database.ts';
import { prepareDatabase } from './boot/prepare-database.ts';
import { LaunchRefused } from './boot/refusal.ts';
import type { CliAnswer, CliCommand } from './command.ts';
import { commandHelp, overallHelp } from './help.ts';
import { chooseLanguage } from './language.ts';
import { type Parsed, parseWords, UsageError, wishedLanguage } from './parse.ts';
import { openProgress } from './progress.ts';
import { commands } from './registry.ts';

/** `npm run xinqiao -- COMMAND`: exit code 0 done, 1 refused or failed, 2 not understood. */
const [name, ...words] = process.argv.slice(2);
const locale = chooseLanguage(wishedLanguage(process.argv));
const wantsJson = words.includes('--json');
if (wantsJson) console.log = console.info = console.error; // whatever a library says, standard output is the answer
process.stdout.on('error', leaveOnClosedPipe);
process.exitCode = await main().catch(report);

async function main(): Promise<number> {
  if (!name || name === '--help' || name === 'help' || name.startsWith('--lang')) {
    const all = await Promise.all(Object.values(commands).map(async (load) => (await load()).command));
    return print(overallHelp(all, locale), name ? 0 : 2);
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(translate(cliText, locale)('cli.command.unknown', name));
  const { command } = await load();
  const parsed = parseWords(command, words, locale);
  if (parsed.shared.help) return print(commandHelp(command, locale), 0);
  const { dataDir } = parsed.shared;
  if (command.readsOnly && dataDir && !fs.existsSync(dataDir))
    throw new UsageError(translate(cliText, locale)('cli.data-dir.missing', dataDir));
  const answer = await (isAlone(command, parsed) ? runAlone : runOverDatabase)(command, parsed, locale);
  return print(wantsJson ? [JSON.stringify(answer.json)] : answer.lines, answer.ok ? 0 : 1);
}

/** Whether this call needs no database. A declaration: the program has begun above. */
function isAlone({ withoutDatabase }: CliCommand, { argument, options }: Parsed): boolean {
  return typeof withoutDatabase === 'function'
    ? withoutDatabase(argument, options)
    : withoutDatabase === true;
}

/** Runs a command that works on files alone. */
function runAlone(
  command: CliCommand,
  { options, argument, shared }: Parsed,
  language: Locale,
): Promise<CliAnswer> {
  if (shared.dataDir) process.env.XINQIAO_DATA_DIR = shared.dataDir;
  const nowhere = { urls: { ownerUrl: '', appUrl: '', batchUrl: '' }, place: { driver: '', where: '' } };
  return command.run({ options, argument, ...nowhere, locale: language, clock, progress: openProgress });
}

/** Runs the command as the role for batch work, over a database that is migrated and holds its reference data, unless it takes it bare. */
async function runOverDatabase(command: CliCommand, parsed: Parsed, language: Locale): Promise<CliAnswer> {
  const { throwaway, dataDir } = parsed.shared;
  const database = await openDatabase({ throwaway, dataDir }).catch((error: unknown) => {
    if (error instanceof LaunchRefused && command.unopened) return launchSentence(error.refusal, language);
    throw error;
  });
  if (typeof database === 'string') return command.unopened?.(database) ?? { ok: false, json: {}, lines: [] };
  try {
    process.env.XINQIAO_DATA_DIR = database.home.folder;
    if (!command.bare) await prepareDatabase(database, openProgress);
    process.env.DATABASE_APP_URL = database.batchUrl;
    process.env.DATABASE_BATCH_URL = database.batchUrl;
    await useDatabase(database.batchUrl);
    const { ownerUrl, appUrl, batchUrl, driver, where } = database;
    return await command.run({
      options: parsed.options,
      argument: parsed.argument,
      urls: { ownerUrl, appUrl, batchUrl },
      place: { driver, where },
      locale: language,
      clock,
      progress: openProgress,
    });
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

/** Whoever reads the output may stop early, as `head` does. */
function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

function print(lines: readonly string[], code: number): number {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return code;
}

/** Says in one sentence why there is no answer; as JSON where JSON was asked for. */
function report(error: unknown): number {
  const [code, sentence, exit] = explain(error);
  if (wantsJson) process.stdout.write(`${JSON.stringify({ error: code, message: sentence })}\n`);
  else process.stderr.write(`${sentence}\n`);
  if (code === 'fault' && process.env.XINQIAO_DEBUG && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  return exit;
}

function explain(error: unknown): [string, string, number] {
  if (error instanceof UsageError) return ['usage', error.message, 2];
  if (error instanceof LaunchRefused) return [error.refusal.code, launchSentence(error.refusal, locale), 1];
  const detail = error instanceof Error ? error.message : String(error);
  return ['fault', translate(cliText, locale)('cli.fault', detail), 1];
}
