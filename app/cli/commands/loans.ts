import { z } from 'zod';
import { vintageMeasures } from '~/domain/loan/vintage.ts';
import { system } from '~/server/access/actor.ts';
import { showPortfolio } from '~/server/overview/portfolio/show-portfolio.ts';
import { translate } from '~/text/define.ts';
import { bookLines } from '~/text/loan-book-rows.ts';
import { loanQualityText } from '~/text/loan-quality.ts';
import { dayOption, defineCommand, textOption } from '../command.ts';

const parts = {
  quality: 'summary',
  migration: 'migration',
  watch: 'watch',
  vintage: 'vintage',
  lead: 'lead',
} as const;
const isPart = (text: string): text is keyof typeof parts => Object.hasOwn(parts, text);

/** `loans quality --as-of D`: what the portfolio desk says of all lenders, part by part. */
export const command = defineCommand({
  name: 'loans',
  summary: loanQualityText['quality.cli.summary'],
  argument: { hint: 'quality|migration|watch|vintage|lead', about: loanQualityText['quality.cli.what'] },
  readsOnly: true,
  options: {
    'as-of': dayOption(loanQualityText['quality.cli.as-of']),
    from: dayOption(loanQualityText['quality.cli.from']),
    measure: textOption(
      z.enum(vintageMeasures).default('overdue-30'),
      'overdue-30|overdue-90|loss',
      loanQualityText['quality.cli.measure'],
    ),
  },
  async run({ argument, options, locale }) {
    if (!isPart(argument)) {
      const line = translate(loanQualityText, locale)('quality.cli.unknown', argument);
      return { ok: false, json: { code: 'loans.unknown-list' }, lines: [line] };
    }
    const asked = { part: parts[argument], on: options['as-of'], from: options.from };
    const read = await showPortfolio(system('cli.loans'), { ...asked, measure: options.measure }, 'all');
    const { today: _, opens: __, ...json } = read;
    return { ok: true, json, lines: bookLines(read, locale) };
  },
});
