import { severities } from '~/domain/monitoring/signal.ts';
import type { SignalLibrary } from '~/server/monitoring/library/list-signals.ts';
import { itemsOf } from '~/server/monitoring/library/list-signals.ts';
import { type Locale, translate } from '~/text/define.ts';
import { monitoringText, wordSignal, wordSignalAction } from '~/text/monitoring.ts';
import { partsText } from '~/text/parts.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { wordLadder, wordRule } from '~/text/signal-rule.ts';

/** The library as a table: one row a signal under a row of heads, every cell worded. */
export function signalRows({ rows, items }: SignalLibrary, locale: Locale): string[][] {
  const t = translate(signalLibraryText, locale);
  const parts = translate(partsText, locale);
  const monitoring = translate(monitoringText, locale);
  const head = [
    ...[
      t('signals.code'),
      t('signals.signal'),
      t('signals.family'),
      t('signals.plan-head'),
      t('signals.items'),
    ],
    ...[t('signals.rule'), ...severities.map((severity) => parts(`parts.severity-${severity}`))],
    ...severities.map((severity) => `${t('signals.deadline')} ${parts(`parts.severity-${severity}`)}`),
    ...[t('signals.action'), t('signals.active'), t('signals.version'), t('signals.precision')],
  ];
  const body = rows.map(({ code, version, validFrom, body, precision }) => {
    const ladder = body.rule ? wordLadder(body.rule, locale) : [];
    const names = itemsOf(body).map((item) => items[item]?.[locale === 'en' ? 'en' : 'zh'] ?? item);
    return [
      ...[code, wordSignal(code, locale), monitoring(`monitoring.family.${body.family}`)],
      ...[body.planNos.join(' '), names.join('; '), body.rule ? wordRule(body.rule, locale) : ''],
      ...severities.map((severity) => ladder.find((rung) => rung.severity === severity)?.says ?? ''),
      ...severities.map((severity) => String(body.deadlineWorkingDays[severity])),
      body.rule ? wordSignalAction(code, locale) : '',
      body.active ? t('signals.active.yes') : monitoring(`monitoring.inactive.${body.because}`),
      `${t('signals.version-no', version)} ${t('signals.since', validFrom)}`,
      precision.closed === 0
        ? t('signals.precision-none')
        : t('signals.precision-of', precision.right, precision.closed),
    ];
  });
  return [head, ...body];
}
