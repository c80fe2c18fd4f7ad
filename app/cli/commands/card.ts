import { z } from 'zod';
import type { Refusal } from '~/domain/kernel/result.ts';
import { cardForms } from '~/domain/score/export-card.ts';
import { monotoneText, versionText } from '~/server/modelling/forms.ts';
import { refusals } from '~/text/all-refusals.ts';
import { cardText } from '~/text/card.ts';
import { cardRefusals } from '~/text/card-refusals.ts';
import { cliText } from '~/text/cli.ts';
import { type Locale, translate } from '~/text/define.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type CliAnswer, type CliContext, defineCommand, folder, textOption } from '../command.ts';
import { UsageError } from '../parse.ts';

const names = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim()))
  .refine((list) => list.every((name) => name !== ''));

const ratio = z
  .string()
  .regex(/^[^=/]+=[^=/]+\/[^=/]+$/)
  .transform((text) => {
    const [name = '', a = '', b = ''] = text.split(/[=/]/).map((part) => part.trim());
    return { name, of: [a, b] as const };
  });

const options = {
  data: textOption(folder.optional(), 'F.csv[.gz]', cardText['card.data']),
  label: textOption(z.string().optional(), 'COLUMN', cardText['card.label']),
  'bad-value': textOption(z.string().default('1'), 'VALUE', cardText['card.bad']),
  id: textOption(z.string().optional(), 'COLUMN', cardText['card.id']),
  exclude: textOption(names.default([]), 'A,B', cardText['card.exclude']),
  category: textOption(names.default([]), 'A,B', cardText['card.category']),
  derive: textOption(z.preprocess(listed, z.array(ratio)), 'P=A/B', cardText['card.derive']),
  monotone: textOption(monotoneText, 'A+,B-', cardText['card.monotone']),
  split: textOption(z.enum(['sha10', 'none']).default('sha10'), 'sha10|none', cardText['card.split']),
  repeats: textOption(z.coerce.number().int().min(0).max(100).default(10), 'N', cardText['card.repeats']),
  out: textOption(folder.optional(), 'FILE', cardText['card.out']),
  card: textOption(folder.optional(), 'C.json', cardText['card.card']),
  to: textOption(z.enum(cardForms).optional(), cardForms.join('|'), cardText['card.to']),
  version: textOption(versionText.optional(), 'VERSION', cardText['card.version']),
  purpose: textOption(z.string().trim().min(2).max(200).optional(), 'TEXT', cardText['card.purpose']),
  firm: textOption(z.string().trim().min(1).optional(), 'USCC|ID', cardText['card.firm']),
};

function listed(text: unknown): unknown {
  return typeof text === 'string' ? text.split(',') : [];
}

export type CardContext = CliContext<typeof options>;

const verbs = {
  train: async (context: CardContext) => (await import('./card-train.ts')).trainFromFile(context),
  score: async (context: CardContext) => (await import('./card-score.ts')).scoreFromFile(context),
  export: async (context: CardContext) => (await import('./card-export.ts')).exportCard(context),
  'train-own': async (context: CardContext) => (await import('./card-train-own.ts')).trainOnLoans(context),
  firm: async (context: CardContext) => (await import('./card-firm.ts')).scoreOneFirm(context),
};

/** These read the database; the others work on files alone. */
const overDatabase = new Set(['train-own', 'firm']);

/** `card train|score|export`: cards from files, or exported from the inventory; `card train-own|firm`: from loans and firms. */
export const command = defineCommand({
  name: 'card',
  summary: cardText['card.summary'],
  argument: { hint: Object.keys(verbs).join('|'), about: cardText['card.verb'] },
  options,
  withoutDatabase: (argument, { version }) =>
    !overDatabase.has(argument) && !(argument === 'export' && version !== undefined),
  run(context) {
    const verb = Object.hasOwn(verbs, context.argument)
      ? verbs[context.argument as keyof typeof verbs]
      : null;
    if (verb) return verb(context);
    throw new UsageError(
      translate(cliText, context.locale)('cli.argument.wrong', Object.keys(verbs).join('|')),
    );
  },
});

/** The value of an option that this verb cannot do without. */
export function needed<K extends keyof typeof options>(
  { options: chosen, locale }: CardContext,
  name: K,
): NonNullable<CardContext['options'][K]> {
  const value = chosen[name];
  if (value === undefined || value === null)
    throw new UsageError(translate(cliText, locale)('cli.option.missing', name, options[name].hint));
  return value as NonNullable<CardContext['options'][K]>;
}

/** A refusal as the answer: the code and the sentence, and exit code 1. */
export function refusedCard(refusal: Refusal, locale: Locale): CliAnswer {
  const sentence = wordRefusal({ ...refusals, ...cardRefusals }, refusal, locale);
  return { ok: false, json: { error: refusal.code, message: sentence }, lines: [sentence] };
}
