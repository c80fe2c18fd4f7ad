import { z } from 'zod';
import { matchProvince } from '~/server/match/match-province.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { matchCliText } from '~/text/match-cli.ts';
import { defineCommand, textOption } from '../command.ts';
import { matchFirm } from './match-firm.ts';

export const command = defineCommand({
  name: 'match',
  summary: matchCliText['cli.match.summary'],
  options: {
    firm: textOption(z.string().min(1).optional(), 'USCC|ID', matchCliText['cli.match.firm-option']),
  },
  async run({ options, locale, progress }) {
    if (options.firm !== undefined) return matchFirm(options.firm, locale);
    const t = translate(matchCliText, locale);
    const begun = performance.now();
    const bar = progress(t('cli.match.bar'), 0);
    const run = await matchProvince({ progress: bar });
    bar.done();
    const seconds = Math.round(performance.now() - begun) / 1000;
    const { firms, products, verdicts, written } = run;
    const count = (n: number) => showCount(n, locale);
    const pairs = firms * products;
    const lines = [
      t('cli.match.done', count(firms), count(products), count(pairs), seconds.toFixed(1)),
      t('cli.match.verdicts', count(verdicts.pass), count(verdicts.unknown), count(verdicts.fail)),
      t('cli.match.written', count(written)),
    ];
    return { ok: true, json: { firms, products, pairs, seconds, verdicts, written }, lines };
  },
});
