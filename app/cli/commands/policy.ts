import { z } from 'zod';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Refusal } from '~/domain/kernel/result.ts';
import { replayPortfolio } from '~/server/compensation/replay-portfolio.ts';
import { simulatePortfolioFile } from '~/server/compensation/simulate-portfolio-file.ts';
import { refusals } from '~/text/all-refusals.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showCount, showFen } from '~/text/format.ts';
import { portfolioText, showDollars } from '~/text/portfolio.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type CliAnswer, type CliContext, defineCommand, folder, textOption } from '../command.ts';

const schemes = ['sba', 'guangzhou', 'leiyang'] as const;

const options = {
  scheme: textOption(z.enum(schemes), schemes.join('|'), portfolioText['portfolio.scheme']),
  loans: textOption(folder, 'FILE', portfolioText['portfolio.loans']),
};
type Context = CliContext<typeof options>;

/** `policy replay`: a portfolio of loans under a scheme. */
export const command = defineCommand({
  name: 'policy',
  summary: portfolioText['portfolio.summary'],
  argument: { hint: 'replay', about: portfolioText['portfolio.what'] },
  options,
  run: (context) => (context.options.scheme === 'sba' ? replayGuaranteed(context) : simulated(context)),
});

async function replayGuaranteed({ options: { loans: file }, locale, progress }: Context): Promise<CliAnswer> {
  const t = translate(portfolioText, locale);
  const begun = performance.now();
  const bar = progress(t('portfolio.paying'), 0);
  let told = 0;
  const onLoans = (done: number, total: number) => {
    bar.total(total);
    bar.tick(done - told);
    told = done;
  };
  const outcome = await replayPortfolio(file, { onLoans });
  bar.done();
  if (!outcome.ok) return refused(outcome.refusal, locale);
  const { loans, claims, paid, byYear } = outcome.value;
  const seconds = Math.round(performance.now() - begun) / 1000;
  const count = (n: number) => showCount(n, locale);
  const lines = [
    t('portfolio.done', count(loans), count(claims), showDollars(paid), String(seconds)),
    ...Object.entries(byYear).map(([year, sum]) => t('portfolio.year', year, showDollars(sum))),
  ];
  return {
    ok: true,
    json: { loans, claims, paidMinor: String(paid), byYear: texts(byYear), seconds },
    lines,
  };
}

const codes = { guangzhou: 'guangzhou-compensation', leiyang: 'leiyang-compensation' } as const;

/** The same portfolio under the rules of another place, in the simulator: seven yuan to the dollar, nothing posted. */
async function simulated({ options, locale, progress }: Context): Promise<CliAnswer> {
  const t = translate(portfolioText, locale);
  const begun = performance.now();
  const bar = progress(t('portfolio.reading'), 1);
  const watch = { onSize: bar.total, onBytes: bar.tick };
  const code = options.scheme === 'leiyang' ? codes.leiyang : codes.guangzhou;
  const outcome = await simulatePortfolioFile(options.loans, code, watch);
  bar.done();
  if (!outcome.ok) return refused(outcome.refusal, locale);
  const { loans, claims, paid, byYear, fuses } = outcome.value;
  const seconds = Math.round(performance.now() - begun) / 1000;
  const count = (n: number) => showCount(n, locale);
  const fuse = fuses.map(({ bank, year, on }) => ({ bank, year, date: on }));
  const money = (sum: Fen) => showFen(sum, locale);
  const lines = [
    t('portfolio.done', count(loans), count(claims), money(paid), String(seconds)),
    ...Object.entries(byYear).map(([year, sum]) => t('portfolio.year', year, money(sum))),
    t('portfolio.fuse', count(fuse.length)),
    ...fuse.slice(0, 10).map(({ bank, year, date }) => t('portfolio.fuse-on', bank, String(year), date)),
  ];
  return {
    ok: true,
    json: { loans, claims, paidMinor: String(paid), byYear: texts(byYear), fuse, seconds },
    lines,
  };
}

const texts = (byYear: { readonly [year: string]: Fen }) =>
  Object.fromEntries(Object.entries(byYear).map(([year, sum]) => [year, String(sum)]));

function refused(refusal: Refusal, locale: Locale): CliAnswer {
  const sentence = wordRefusal(refusals, refusal, locale);
  return { ok: false, json: { error: refusal.code, message: sentence }, lines: [sentence] };
}
