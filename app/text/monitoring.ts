import type { Figures } from '~/domain/monitoring/signal.ts';
import { defineText, type Entry, type Locale, type TextTable, type Wording } from '~/text/define.ts';
import { signalActions } from '~/text/signal-action.ts';
import { signalEvidence } from '~/text/signal-evidence.ts';
import { signalTitles } from '~/text/signal-title.ts';

/** Everything a signal says: its name, what it found and what to do. */
export const monitoringText = defineText({ ...signalTitles, ...signalEvidence, ...signalActions });

function wordingOf(key: string, locale: Locale): Wording {
  const entry: Entry | undefined = (monitoringText as TextTable)[key];
  if (!entry) throw new Error(`no wording for ${key}`);
  return entry[locale];
}

const worded = (key: string, locale: Locale, figures: Figures): string => {
  const wording = wordingOf(key, locale);
  return typeof wording === 'function' ? wording(figures) : wording;
};

/** The name of a signal by its code. */
export const wordSignal = (code: string, locale: Locale): string =>
  worded(`monitoring.signal.${code}`, locale, {});

/** The sentence of what an alert rests on. */
export const wordSignalEvidence = (code: string, figures: Figures, locale: Locale): string =>
  worded(`monitoring.evidence.${code}`, locale, figures);

/** What the officer is asked to do about it. */
export const wordSignalAction = (code: string, locale: Locale): string =>
  worded(`monitoring.action.${code}`, locale, {});
