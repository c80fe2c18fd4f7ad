import { cliText } from '~/text/cli.ts';
import { type Locale, translate } from '~/text/define.ts';
import type { CliCommand } from './command.ts';
import { sharedFlags, sharedTexts } from './parse.ts';

const call = 'npm run -s xinqiao --';

/** The help of the whole command line: every command with its summary. */
export function overallHelp(commands: readonly CliCommand[], locale: Locale): string[] {
  const t = translate(cliText, locale);
  const rows = commands.map(
    ({ name, argument, summary }): Row => [[name, argument?.hint].filter(Boolean).join(' '), summary[locale]],
  );
  return [
    `${t('cli.usage')}${call} COMMAND [--help]`,
    '',
    t('cli.commands'),
    ...aligned(rows),
    '',
    ...sharedHelp(locale),
  ];
}

/** The help of one command: its argument, its options and those that every command takes. */
export function commandHelp({ name, summary, argument, options }: CliCommand, locale: Locale): string[] {
  const t = translate(cliText, locale);
  const usage = [
    call,
    name,
    argument?.hint,
    ...Object.entries(options).map(([o, { hint }]) => `--${o} ${hint}`.trim()),
  ];
  const own = Object.entries(options).map(([o, { hint, about }]): Row => [`--${o} ${hint}`, about[locale]]);
  const rows: Row[] = argument ? [[argument.hint, argument.about[locale]], ...own] : own;
  return [
    `${t('cli.usage')}${usage.filter(Boolean).join(' ')}`,
    summary[locale],
    '',
    ...aligned(rows),
    ...sharedHelp(locale),
  ];
}

type Row = readonly [string, string];

function sharedHelp(locale: Locale): string[] {
  const t = translate(cliText, locale);
  const flags = sharedFlags.map((name): Row => [`--${name}`, t(`cli.option.${name}`)]);
  const texts = (['data-dir', 'lang'] as const).map(
    (name): Row => [`--${name} ${sharedTexts[name]}`, t(`cli.option.${name}`)],
  );
  return [t('cli.options'), ...aligned([...texts, ...flags])];
}

function aligned(rows: readonly Row[]): string[] {
  const widest = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(widest)}  ${right}`);
}
