import { measureSpread } from '~/server/score/measure-spread.ts';
import { scoreProvince } from '~/server/score/score-province.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { scoreCliText } from '~/text/score.ts';
import { defineCommand } from '../command.ts';

export const command = defineCommand({
  name: 'score',
  summary: scoreCliText['cli.score.summary'],
  options: {},
  async run({ locale, progress }) {
    const t = translate(scoreCliText, locale);
    const begun = performance.now();
    const bar = progress(t('cli.score.bar'), 0);
    const run = await scoreProvince({ selection: 'all', cause: 'batch', progress: bar });
    bar.done();
    await measureSpread();
    const seconds = Math.round(performance.now() - begun) / 1000;
    const { firms, grades, coverage, full, written } = run;
    const count = (n: number) => showCount(n, locale);
    const lines = [
      t('cli.score.done', count(firms), seconds.toFixed(1), count(written)),
      Object.entries(grades)
        .map(([grade, n]) => `${grade === 'insufficient' ? t('cli.score.insufficient') : grade} ${count(n)}`)
        .join(' · '),
      t('cli.score.coverage', coverage.median, coverage.p10, coverage.p90),
    ];
    return { ok: true, json: { firms, grades, coverage, seconds, full, written }, lines };
  },
});
