import { system } from '~/server/access/actor.ts';
import { checkNames } from '~/server/ledger/prove-ledger.ts';
import { verifyLedger } from '~/server/ledger/verify-ledger.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { ledgerVerifyText, wordCheck } from '~/text/ledger-verify.ts';
import { defineCommand } from '../command.ts';

export const command = defineCommand({
  name: 'verify-ledger',
  summary: ledgerVerifyText['ledger.cli.summary'],
  options: {},
  async run({ locale, progress }) {
    const t = translate(ledgerVerifyText, locale);
    const begun = performance.now();
    const bar = progress(t('ledger.cli.bar'), checkNames.length);
    const { ok, checks, ...sizes } = await verifyLedger(system('cli.verify-ledger'), () => bar.tick());
    bar.done();
    const seconds = Math.round(performance.now() - begun) / 1000;
    const count = (n: number) => showCount(n, locale);
    const broken = checkNames
      .filter((name) => !checks[name].ok)
      .map((name) =>
        t('ledger.cli.broken', wordCheck(name, locale), count(checks[name].wrong), checks[name].first ?? ''),
      );
    const whole = t(
      'ledger.cli.whole',
      count(sizes.transactions),
      count(sizes.postings),
      count(sizes.holds),
      seconds.toFixed(1),
    );
    return { ok, json: { ok, ...sizes, checks, seconds }, lines: ok ? [whole] : broken };
  },
});
