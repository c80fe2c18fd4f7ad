import { z } from 'zod';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { showQuality } from '~/server/overview/show-quality.ts';
import { translate } from '~/text/define.ts';
import { loanQualityText, qualityLines } from '~/text/loan-quality.ts';
import { defineCommand, textOption } from '../command.ts';

const aDay = z
  .string()
  .refine((text) => parseDay(text) !== null)
  .transform((text) => text as Day)
  .optional();

/** `loans quality --as-of D`: what the page on the quality of loans says of all lenders. */
export const command = defineCommand({
  name: 'loans',
  summary: loanQualityText['quality.cli.summary'],
  argument: { hint: 'quality', about: loanQualityText['quality.cli.what'] },
  readsOnly: true,
  options: { 'as-of': textOption(aDay, 'YYYY-MM-DD', loanQualityText['quality.cli.as-of']) },
  async run({ argument, options, locale }) {
    if (argument !== 'quality') {
      const line = translate(loanQualityText, locale)('quality.cli.unknown', argument);
      return { ok: false, json: { code: 'loans.unknown-list' }, lines: [line] };
    }
    const { today: _, ...read } = await showQuality(system('cli.loans'), options['as-of']);
    return { ok: true, json: read, lines: qualityLines(read, locale) };
  },
});
