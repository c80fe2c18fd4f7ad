import { parseArgs } from 'node:util';
import { cliText } from '~/text/cli.ts';
import { type Locale, locales, type Translate, translate } from '~/text/define.ts';
import { type CliCommand, type CliOptions, folder } from './command.ts';

/** What was typed does not fit the command: exit code 2. */
export class UsageError extends Error {}

/** The options that every command takes. */
export type SharedOptions = {
  readonly json: boolean;
  readonly help: boolean;
  readonly throwaway: boolean;
  readonly dataDir: string | undefined;
};

export const sharedFlags = ['json', 'throwaway', 'help'] as const;
export const sharedTexts = { 'data-dir': 'DIR', lang: locales.join('|') } as const;

type Words = { readonly [name: string]: string | boolean | undefined };
export type Parsed = {
  readonly shared: SharedOptions;
  readonly options: Record<string, unknown>;
  readonly argument: string;
};

/** Reads the words after the command's name. `--help` wins over anything that is missing. */
export function parseWords(command: CliCommand, words: readonly string[], locale: Locale): Parsed {
  const t = translate(cliText, locale);
  const { values, positionals } = split(command.options, words, t);
  const dataDir = typeof values['data-dir'] === 'string' ? folder.parse(values['data-dir']) : undefined;
  const wish = values.lang;
  if (wish !== undefined && !locales.includes(wish as Locale) && wish !== 'zh')
    throw new UsageError(t('cli.option.wrong', 'lang', String(wish), sharedTexts.lang));
  const is = (flag: string) => values[flag] === true;
  const shared = { json: is('json'), help: is('help'), throwaway: is('throwaway'), dataDir };
  if (shared.help) return { shared, options: {}, argument: '' };
  return {
    shared,
    options: checked(command.options, values, t),
    argument: argumentOf(command, positionals, t),
  };
}

/** The language asked for with `--lang`, wherever it stands. */
export function wishedLanguage(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1]);
}

function split(options: CliOptions, words: readonly string[], t: Translate<typeof cliText>) {
  const known: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const name of sharedFlags) known[name] = { type: 'boolean' };
  for (const name of Object.keys(sharedTexts)) known[name] = { type: 'string' };
  for (const [name, { kind }] of Object.entries(options))
    known[name] = { type: kind === 'flag' ? 'boolean' : 'string' };
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: known, allowPositionals: true });
    return { values: values as Words, positionals };
  } catch {
    throw new UsageError(t('cli.option.unknown', words.filter((word) => word.startsWith('-')).join(' ')));
  }
}

function checked(options: CliOptions, values: Words, t: Translate<typeof cliText>): Record<string, unknown> {
  const entries = Object.entries(options).map(([name, { schema, hint }]) => {
    const result = schema.safeParse(values[name]);
    if (result.success) return [name, result.data] as const;
    if (values[name] === undefined) throw new UsageError(t('cli.option.missing', name, hint));
    throw new UsageError(t('cli.option.wrong', name, String(values[name]), hint));
  });
  return Object.fromEntries(entries);
}

function argumentOf(command: CliCommand, positionals: string[], t: Translate<typeof cliText>): string {
  const [first, second] = positionals;
  const wanted = command.argument;
  if (!wanted && first !== undefined) throw new UsageError(t('cli.argument.none', first));
  if (wanted && (first === undefined || second !== undefined))
    throw new UsageError(t('cli.argument.wrong', wanted.hint));
  return first ?? '';
}
