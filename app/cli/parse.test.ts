import { expect, test } from 'vitest';
import { z } from 'zod';
import { cliText } from '~/text/cli.ts';
import { type CliCommand, defineCommand, flagOption, folder, textOption } from './command.ts';
import { parseWords, UsageError, wishedLanguage } from './parse.ts';

const about = cliText['cli.options'];
const deliver: CliCommand = defineCommand({
  name: 'deliver',
  summary: about,
  options: {
    dataset: textOption(z.enum(['jinan', 'ccf2020']), 'jinan|ccf2020', about),
    dir: textOption(folder, 'DIR', about),
    full: flagOption(about),
  },
  run: async () => ({ ok: true, json: {}, lines: [] }),
}) as CliCommand;
const explain: CliCommand = { ...deliver, name: 'explain', argument: { hint: 'USCC', about }, options: {} };

test('options are checked and converted, flags are off unless given', () => {
  process.env.INIT_CWD = '/home/somebody';
  const { options, shared } = parseWords(deliver, ['--dataset', 'jinan', '--dir=sets', '--json'], 'en');
  expect(options).toEqual({ dataset: 'jinan', dir: '/home/somebody/sets', full: false });
  expect(shared).toEqual({ json: true, help: false, throwaway: false, dataDir: undefined });
});

test.each([
  [['--dir', 'x'], 'The option --dataset jinan|ccf2020 is missing.'],
  [['--dataset', 'mars', '--dir', 'x'], '--dataset cannot be “mars”; it takes jinan|ccf2020.'],
  [['--dataset', 'jinan', '--dir', 'x', '--nope'], 'An option is not understood'],
  [['--dataset', 'jinan', '--dir', 'x', 'stray'], 'takes no argument, but got “stray”'],
])('%j is refused in words', (words, sentence) => {
  expect(() => parseWords(deliver, words, 'en')).toThrow(UsageError);
  expect(() => parseWords(deliver, words, 'en')).toThrow(sentence);
});

test('a wanted argument is one word', () => {
  expect(parseWords(explain, ['91500000MA5U'], 'en').argument).toBe('91500000MA5U');
  expect(() => parseWords(explain, [], 'zh-CN')).toThrow('USCC');
  expect(() => parseWords(explain, ['a', 'b'], 'en')).toThrow('one argument');
});

test('--help wins over what is missing', () => {
  expect(parseWords(deliver, ['--help'], 'en').shared.help).toBe(true);
});

test.each([
  [['doctor', '--lang', 'en'], 'en'],
  [['--lang=zh'], 'zh'],
  [['doctor'], undefined],
])('%j wishes %s', (words, wish) => {
  expect(wishedLanguage(words)).toBe(wish);
});
