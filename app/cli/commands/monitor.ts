import { z } from 'zod';
import type { Refusal } from '~/domain/kernel/result.ts';
import { refusals } from '~/text/all-refusals.ts';
import type { Locale } from '~/text/define.ts';
import { monitorText } from '~/text/monitor-replay.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type CliAnswer, type CliContext, defineCommand, folder, textOption } from '../command.ts';

const names = ['ccf2020', 'sba'] as const;

const options = {
  dataset: textOption(z.enum(names), names.join('|'), monitorText['monitor.dataset']),
  dir: textOption(folder, 'DIR', monitorText['monitor.dir']),
  repeats: textOption(
    z.coerce.number().int().min(0).max(100).default(0),
    'N',
    monitorText['monitor.repeats'],
  ),
};

export type MonitorContext = CliContext<typeof options>;

const replays: { readonly [N in (typeof names)[number]]: (context: MonitorContext) => Promise<CliAnswer> } = {
  ccf2020: async (context) => (await import('./monitor-firms.ts')).replayFirms(context),
  sba: async (context) => (await import('./monitor-loans.ts')).replayLoans(context),
};

/** `monitor replay`: a real data set through the monitoring, against what became of its firms or loans; no database. */
export const command = defineCommand({
  name: 'monitor',
  summary: monitorText['monitor.summary'],
  argument: { hint: 'replay', about: monitorText['monitor.what'] },
  options,
  withoutDatabase: true,
  run: (context) => replays[context.options.dataset](context),
});

/** A refusal as the answer: the code and the sentence, and exit code 1. */
export function refusedReplay(refusal: Refusal, locale: Locale): CliAnswer {
  const sentence = wordRefusal(refusals, refusal, locale);
  return { ok: false, json: { error: refusal.code, message: sentence }, lines: [sentence] };
}
