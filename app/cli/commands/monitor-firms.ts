import { replayCcf } from '~/server/monitoring/replay-ccf.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { monitorText } from '~/text/monitor-replay.ts';
import type { CliAnswer } from '../command.ts';
import { type MonitorContext, refusedReplay } from './monitor.ts';

/** `monitor replay --dataset ccf2020`: the early-warning score against firms later found raising funds illegally. */
export async function replayFirms({ options, locale, progress }: MonitorContext): Promise<CliAnswer> {
  const t = translate(monitorText, locale);
  const begun = performance.now();
  const bar = progress(t('monitor.training'), options.repeats + 1);
  const outcome = await replayCcf(options.dir, { repeats: options.repeats, onDone: () => bar.tick() });
  bar.done();
  if (!outcome.ok) return refusedReplay(outcome.refusal, locale);
  const seconds = Math.round(performance.now() - begun) / 1000;
  const { firms, auc, precisionAt5, ...more } = outcome.value;
  const count = (n: number) => showCount(n, locale);
  const found = {
    tested: count(more.tested),
    auc,
    ks: more.ks,
    precision: precisionAt5,
    base: more.baseRate,
  };
  const { aucMean, aucSd } = more;
  const lines = [
    t('monitor.firms', count(firms), count(more.bad), String(seconds)),
    t('monitor.ranked', found),
    ...(aucMean === null
      ? []
      : [t('monitor.repeated', options.repeats, aucMean.toFixed(4), (aucSd ?? 0).toFixed(4))]),
    t('monitor.narrow', more.taxAndNews.auc, more.taxAndNews.precisionAt5),
  ];
  return { ok: true, json: { firms, auc, precisionAt5, seconds, ...more }, lines };
}
