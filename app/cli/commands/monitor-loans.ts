import signals from '#prisma/seed/policy/signals.json' with { type: 'json' };
import type { Severity } from '~/domain/monitoring/case.ts';
import type { Signal } from '~/domain/monitoring/signal.ts';
import { type Lead, replaySba } from '~/server/monitoring/replay-sba.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { monitorText } from '~/text/monitor-replay.ts';
import type { CliAnswer } from '../command.ts';
import { type MonitorContext, refusedReplay } from './monitor.ts';

/** The default rule set, as it is delivered; examples prove it in the tests. */
const defaults = signals as unknown as readonly Signal[];

/** `monitor replay --dataset sba`: a loan book month by month, alerts against the charge-offs that followed. */
export async function replayLoans({ options, locale, progress }: MonitorContext): Promise<CliAnswer> {
  const t = translate(monitorText, locale);
  const begun = performance.now();
  const bar = progress(t('monitor.replaying'), 1);
  let told = 0;
  const outcome = await replaySba(options.dir, defaults, (done, total) => {
    bar.total(total);
    bar.tick(done - told);
    told = done;
  });
  bar.done();
  if (!outcome.ok) return refusedReplay(outcome.refusal, locale);
  const seconds = Math.round(performance.now() - begun) / 1000;
  const { loans, chargedOff, rules, score } = outcome.value;
  const count = (n: number) => showCount(n, locale);
  const leadOf = ({ loans: n, medianDays, tenthDays }: Lead) =>
    [count(n), String(medianDays ?? '—'), String(tenthDays ?? '—')] as const;
  const lines = [
    t('monitor.loans', count(loans), count(chargedOff), String(seconds)),
    t('monitor.inferred', count(rules.inferred)),
    ...(Object.keys(rules.lead) as Severity[]).map((s) => t(`monitor.lead.${s}`, ...leadOf(rules.lead[s]))),
    t('monitor.months', { ...score, rows: count(score.rows) }),
    t('monitor.caught', count(score.caught), count(score.lost), String(score.lead.medianDays ?? '—')),
  ];
  const { auc, precisionAt5 } = score;
  return { ok: true, json: { loans, chargedOff, auc, precisionAt5, rules, score, seconds }, lines };
}
