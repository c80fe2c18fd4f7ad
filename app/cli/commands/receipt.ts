import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type CheckedReceipt, checkReceipt } from '~/server/consent/check-receipt.ts';
import { refusals } from '~/text/all-refusals.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showInstant } from '~/text/format.ts';
import { receiptCliText } from '~/text/receipt-cli.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type CliAnswer, defineCommand, textOption } from '../command.ts';
import { UsageError } from '../parse.ts';

const file = z
  .string()
  .min(1)
  .transform((typed) => path.resolve(process.env.INIT_CWD ?? process.cwd(), typed));

/** `receipt verify --file F`: alone with the file, without database or network. */
export const command = defineCommand({
  name: 'receipt',
  summary: receiptCliText['cli.receipt.summary'],
  argument: { hint: 'verify', about: receiptCliText['cli.receipt.argument'] },
  withoutDatabase: true,
  options: {
    file: textOption(file, 'FILE', receiptCliText['cli.receipt.file']),
    key: textOption(file.optional(), 'PEM', receiptCliText['cli.receipt.key']),
    'sm2-key': textOption(file.optional(), 'PEM', receiptCliText['cli.receipt.sm2-key']),
  },
  async run({ argument, options, locale }) {
    const t = translate(receiptCliText, locale);
    if (argument !== 'verify') throw new UsageError(t('cli.receipt.unknown', argument));
    const trusted = { ed25519: read(options.key, locale), sm2: read(options['sm2-key'], locale) };
    const checked = checkReceipt(read(options.file, locale) ?? '', trusted);
    if (!checked.ok) {
      const { code } = checked.refusal;
      const message = wordRefusal(refusals, checked.refusal, locale);
      return { ok: false, json: { ok: false, error: code, message }, lines: [message] };
    }
    return answer(checked.value, locale);
  },
});

/** The text of a small file that the user named; what keeps it from being read is said as it is. */
function read(name: string | undefined, locale: Locale): string | undefined {
  if (name === undefined) return undefined;
  const t = translate(receiptCliText, locale);
  const found = fs.statSync(name, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new UsageError(t('cli.receipt.no-file', name));
  if (found.size > 100_000_000) throw new UsageError(t('cli.receipt.too-large', name));
  return fs.readFileSync(name, 'utf8');
}

function answer({ receipt, ...checked }: CheckedReceipt, locale: Locale): CliAnswer {
  const t = translate(receiptCliText, locale);
  const when = (at: string) => showInstant(at, locale);
  const { firm, recipient, items, grantedAt, validTo, withdrawnAt, pausedAt, trust, sm2 } = checked;
  return {
    ok: true,
    json: { ok: true, ...checked, hash: receipt.hash, keyId: receipt.keyId },
    lines: [
      t('cli.receipt.valid', firm, recipient, items),
      withdrawnAt
        ? t('cli.receipt.withdrawn', when(withdrawnAt))
        : t('cli.receipt.span', when(grantedAt), when(validTo)),
      ...(pausedAt && !withdrawnAt ? [t('cli.receipt.paused', when(pausedAt))] : []),
      t(`cli.receipt.sm2.${sm2}`),
      t(`cli.receipt.trust.${trust}`, receipt.keyId),
    ],
  };
}
