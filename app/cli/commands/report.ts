import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { openBundle } from '~/domain/report/bundle.ts';
import { isSealed } from '~/server/score/card-file.ts';
import { cliText } from '~/text/cli.ts';
import { translate } from '~/text/define.ts';
import { showInstant } from '~/text/format.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { reportRefusals } from '~/text/report.ts';
import { reportCliText } from '~/text/report-cli.ts';
import { defineCommand, folder, textOption } from '../command.ts';
import { UsageError } from '../parse.ts';

/** `report verify --file F`: whether a report file is whole and signed, without a database or the platform. */
export const command = defineCommand({
  name: 'report',
  summary: reportCliText['cli.report.summary'],
  argument: { hint: 'verify', about: reportCliText['cli.report.verb'] },
  options: {
    file: textOption(folder.optional(), 'FILE', reportCliText['cli.report.file']),
    key: textOption(z.string().optional(), 'ID', reportCliText['cli.report.key']),
  },
  withoutDatabase: true,
  async run({ argument, options, locale }) {
    const usage = translate(cliText, locale);
    if (argument !== 'verify') throw new UsageError(usage('cli.argument.wrong', 'verify'));
    if (!options.file) throw new UsageError(usage('cli.option.missing', 'file', 'FILE'));
    const t = translate(reportCliText, locale);
    const text = await readFile(options.file, 'utf8').catch(() => null);
    if (text === null) {
      const message = t('cli.report.no-file', options.file);
      return { ok: false, json: { error: 'report.file-missing', message }, lines: [message] };
    }
    const opened = openBundle(text, options.key ?? null, isSealed);
    if (!opened.ok) {
      const message = wordRefusal(reportRefusals, opened.refusal, locale);
      return { ok: false, json: { error: opened.refusal.code, message }, lines: [message] };
    }
    const { report, hash, keyId } = opened.value;
    return {
      ok: true,
      json: { valid: true, id: report.id, firm: report.firm.name, madeAt: report.madeAt, hash, keyId },
      lines: [
        t('cli.report.whole', report.firm.name, showInstant(report.madeAt, locale)),
        t(options.key ? 'cli.report.key-known' : 'cli.report.key-compare', keyId),
        t('cli.report.still', report.verifyPath),
      ],
    };
  },
});
