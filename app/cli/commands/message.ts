import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  type CheckedMessage,
  type CheckedMessages,
  checkMessages,
} from '~/server/application/check-messages.ts';
import { hasSigningKey, publicKeyPem } from '~/server/platform/signing.ts';
import { refusals } from '~/text/all-refusals.ts';
import { applicationText } from '~/text/application.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showDay, showInstant } from '~/text/format.ts';
import { messageCliText } from '~/text/message-cli.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type CliAnswer, defineCommand, textOption } from '../command.ts';
import { UsageError } from '../parse.ts';

const file = z
  .string()
  .min(1)
  .transform((typed) => path.resolve(process.env.INIT_CWD ?? process.cwd(), typed));

/**
 * `message verify --file F [--key PEM] [--platform-key PEM]`: alone with the file, without database or network. The keys come
 * from elsewhere than the file, for whoever forges a file signs it too; the platform's is that of this installation where
 * none is given. Without a key to compare, a message is not checked and the answer is no.
 */
export const command = defineCommand({
  name: 'message',
  summary: messageCliText['cli.message.summary'],
  argument: { hint: 'verify', about: messageCliText['cli.message.argument'] },
  withoutDatabase: true,
  options: {
    file: textOption(file, 'FILE', messageCliText['cli.message.file']),
    key: textOption(file.optional(), 'PEM', messageCliText['cli.message.key']),
    'platform-key': textOption(file.optional(), 'PEM', messageCliText['cli.message.platform-key']),
  },
  async run({ argument, options, locale }) {
    const t = translate(messageCliText, locale);
    if (argument !== 'verify') throw new UsageError(t('cli.message.unknown', argument));
    const { key, 'platform-key': platformKey } = options;
    const trusted = {
      bank: key === undefined ? undefined : read(key, locale),
      platform: platformKey === undefined ? installed() : read(platformKey, locale),
    };
    const checked = checkMessages(read(options.file, locale), trusted);
    if (checked.ok) return answer(checked.value, locale);
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

/** The platform's key where this is the platform; a folder without one gets none by it. */
const installed = (): string | undefined => (hasSigningKey() ? publicKeyPem() : undefined);

type Verdict = 'bad' | 'foreign' | 'unchecked' | 'good';

function verdictOf({ isGood, isTrusted }: CheckedMessage): Verdict {
  if (!isGood) return 'bad';
  return isTrusted === null ? 'unchecked' : isTrusted ? 'good' : 'foreign';
}

function answer({ application, messages }: CheckedMessages, locale: Locale): CliAnswer {
  const t = translate(messageCliText, locale);
  const judged = messages.map((message) => ({ ...message, verdict: verdictOf(message) }));
  const has = (verdict: Verdict) => judged.some((each) => each.verdict === verdict);
  const ok = judged.every(({ verdict }) => verdict === 'good');
  return {
    ok,
    json: { ok, application, messages: judged },
    lines: [
      ...judged.map((message) =>
        t(
          'cli.message.line',
          saidBy(message, locale),
          t(`cli.message.by-${message.by}`),
          message.key,
          t(`cli.message.${message.verdict}`),
        ),
      ),
      ...(judged.some(({ by }) => by === 'bank') ? [] : [t('cli.message.none-own')]),
      ...(has('foreign') ? [t('cli.message.foreign-keys')] : []),
      ...(has('unchecked') ? [t('cli.message.unchecked-keys')] : []),
    ],
  };
}

/** Only what was signed: the day or instant, and the state; nothing of a message that does not hold. */
function saidBy({ at, state, by }: CheckedMessage, locale: Locale): string {
  const t = translate(messageCliText, locale);
  if (at === null || state === null) return t('cli.message.nothing-signed');
  const states = applicationText as Record<string, { readonly [L in Locale]: unknown }>;
  const when = by === 'bank' ? showDay(at, locale) : showInstant(at, locale);
  return `${when}  ${String(states[`state.${state}`]?.[locale] ?? state)}`;
}
