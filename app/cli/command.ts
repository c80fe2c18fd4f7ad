import path from 'node:path';
import { z } from 'zod';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import type { Locale } from '~/text/define.ts';

/** A sentence in every language without figures, such as the summary of a command. */
export type Sentence = { readonly [L in Locale]: string };

/** One option `--name`. A flag takes no value; a text option is checked by its schema, which may also convert it. */
export type CliOption<T = unknown> = {
  readonly kind: 'text' | 'flag';
  readonly schema: z.ZodType<T>;
  /** What stands for the value in the help, such as `DIR` or `bdci2017|ccf2020|jinan`. */
  readonly hint: string;
  readonly about: Sentence;
};

export type CliOptions = { readonly [name: string]: CliOption };

/** The checked values of a command's options: `{ dataset: 'jinan', dir: '/data' }`. */
export type Chosen<O extends CliOptions> = { readonly [K in keyof O]: z.output<O[K]['schema']> };

/** A bar on the terminal (standard error); silent where standard error is not a terminal. */
export type Progress = {
  /** Adds n finished units (1 when left out). */
  tick(n?: number): void;
  /** Replaces the total once it is known better. */
  total(n: number): void;
  done(): void;
};

export type OpenProgress = (label: string, total: number) => Progress;

/** Connection strings of the three database roles. Commands read and write as `batch` or `app`; `owner` only migrates. */
export type DatabaseUrls = { readonly ownerUrl: string; readonly appUrl: string; readonly batchUrl: string };

export type CliContext<O extends CliOptions> = {
  readonly options: Chosen<O>;
  /** The value of the command's positional argument; empty when it declares none. */
  readonly argument: string;
  readonly urls: DatabaseUrls;
  /** Which database it is and where, in the words of `npm start`. */
  readonly place: { readonly driver: string; readonly where: string };
  readonly locale: Locale;
  readonly clock: { now(): Date; today(): Day };
  readonly progress: OpenProgress;
};

/**
 * What a command answers. With `--json` the value of `json` is all that reaches standard output; otherwise the lines,
 * which are worded sentences. `ok: false` is an expected refusal or failure (exit code 1); faults throw.
 */
export type CliAnswer = { readonly ok: boolean; readonly json: object; readonly lines: readonly string[] };

export type CliCommand<O extends CliOptions = CliOptions> = {
  readonly name: string;
  readonly summary: Sentence;
  /** The one positional argument, if the command takes one; it is then required. */
  readonly argument?: { readonly hint: string; readonly about: Sentence };
  readonly options: O;
  /** It only reads, so a folder of data that does not exist is a slip of the pen and not a new one to make. */
  readonly readsOnly?: true;
  /** The command, or some of its verbs, work on files alone: no database is opened for them, and `urls` are empty. */
  readonly withoutDatabase?: true | ((argument: string, options: Record<string, unknown>) => boolean);
  /** Whether it takes the database as it is, even an empty one; by default it is migrated and given its reference data. */
  readonly bare?: boolean;
  /** Runs with the database open. */
  run(context: CliContext<O>): Promise<CliAnswer>;
  /** The answer when the database does not open, given the sentence that says why; by default an error. */
  unopened?(sentence: string): CliAnswer;
};

/** Declares an option that takes a value: `--dir DIR`. */
export const textOption = <T>(schema: z.ZodType<T>, hint: string, about: Sentence): CliOption<T> => ({
  kind: 'text',
  schema,
  hint,
  about,
});

/** Declares an option that takes a day of the calendar, and may be left out. */
export const dayOption = (about: Sentence): CliOption<Day | undefined> =>
  textOption(
    z
      .string()
      .refine((text) => parseDay(text) !== null)
      .transform((text) => text as Day)
      .optional(),
    'YYYY-MM-DD',
    about,
  );

/** Declares an option without a value: `--full`. */
export const flagOption = (about: Sentence): CliOption<boolean> => ({
  kind: 'flag',
  schema: z.boolean().default(false),
  hint: '',
  about,
});

/** A folder as the user typed it, made absolute from where the command was called (npm moves to the checkout first). */
export const folder = z
  .string()
  .min(1)
  .transform((typed) => path.resolve(process.env.INIT_CWD ?? process.cwd(), typed));

/** Declares a command so that `context.options` is typed from its declarations. */
export const defineCommand = <const O extends CliOptions>(command: CliCommand<O>): CliCommand<O> => command;
