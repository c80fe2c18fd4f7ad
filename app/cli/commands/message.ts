import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type CheckedMessages, checkMessages } from '~/server/application/check-messages.ts';
import { refusals } from '~/text/all-refusals.ts';
import { applicationText } from '~/text/application.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showInstant } from '~/text/format.ts';
import { messageCliText } from '~/text/message-cli.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type CliAnswer, defineCommand, textOption } from '../command.ts';
import { UsageError } from '../parse.ts';

const file = z
  .string()
  .min(1)
  .transform((typed) => path.resolve(process.env.INIT_CWD ?? process.cwd(), typed));

/** `message verify --file F [--key PEM]`: alone with the file, without database or network. */
export const command = defineCommand({
  name: 'message',
  summary: messageCliText['cli.message.summary'],
  argument: { hint: 'verify', about: messageCliText['cli.message.argument'] },
  withoutDatabase: true,
  options: {
    file: textOption(file, 'FILE', messageCliText['cli.message.file']),
    key: textOption(file.optional(), 'PEM', messageCliText['cli.message.key']),
  },
  async run({ argument, options, locale }) {
    const t = translate(messageCliText, locale);
    if (argument !== 'verify') throw new UsageError(t('cli.message.unknown', argument));
    const trusted = options.key === undefined ? undefined : read(options.key, locale);
    const checked = checkMessages(read(options.file, locale), trusted);
    if (checked.ok) return answer(checked.value, trusted !== undefined, locale);
    const message = wordRefusal(refusals, checked.refusal, locale);
    return { ok: false, json: { ok: false, error: checked.refusal.code, message }, lines: [message] };
  },
});

function read(name: string, locale: Locale): string {
  const found = fs.statSync(name, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > 2_000_000)
    throw new UsageError(translate(messageCliText, locale)('cli.message.no-file', name));
  return fs.readFileSync(name, 'utf8');
}

function answer({ application, messages }: CheckedMessages, isPinned: boolean, locale: Locale): CliAnswer {
  const t = translate(messageCliText, locale);
  const states = applicationText as Record<string, { readonly [L in Locale]: unknown }>;
  const foreign = messages.some(({ isTrusted }) => isTrusted === false);
  const ok = messages.every(({ isGood }) => isGood) && !foreign;
  const own = messages.some(({ by }) => by === 'bank');
  return {
    ok,
    json: { ok, application, messages: [...messages] },
    lines: [
      ...messages.map(({ at, state, by, key, isGood }) =>
        t(
          isGood ? 'cli.message.good' : 'cli.message.bad',
          showInstant(at, locale),
          String(states[`state.${state}`]?.[locale] ?? state),
          t(`cli.message.by-${by}`),
          key,
        ),
      ),
      ...(own ? [] : [t('cli.message.none-own')]),
      foreign ? t('cli.message.foreign') : isPinned ? '' : t('cli.message.own-keys'),
    ].filter(Boolean),
  };
}
