import type { Figures } from '~/domain/monitoring/signal.ts';
import type { Locale, Translate } from '~/text/define.ts';
import { type monitoringText, wordSignalEvidence } from '~/text/monitoring.ts';

/** The name of a signal, whose code came from the database. */
export const signalName = (t: Translate<typeof monitoringText>, code: string): string =>
  (t as (key: string) => string)(`monitoring.signal.${code}`);

/** What an alert rests on, as a sentence made of its figures. */
export const wordEvidence = (
  _t: Translate<typeof monitoringText>,
  code: string,
  figures: Figures,
  locale: Locale,
): string => wordSignalEvidence(code, figures, locale);
