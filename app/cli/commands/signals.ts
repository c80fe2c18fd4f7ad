import { z } from 'zod';
import { insist, type Refusal } from '~/domain/kernel/result.ts';
import type { VersionFigures } from '~/domain/monitoring/library/backtest-figures.ts';
import { system } from '~/server/access/actor.ts';
import { listSignals } from '~/server/monitoring/library/list-signals.ts';
import { backtestNow, defaultOrder } from '~/server/monitoring/library/order-backtest.ts';
import { showBacktest } from '~/server/monitoring/library/show-backtest.ts';
import { showSignal } from '~/server/monitoring/library/show-signal.ts';
import { signalRows } from '~/server/monitoring/library/signal-rows.ts';
import { refusals } from '~/text/all-refusals.ts';
import { type Locale, translate } from '~/text/define.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { signalBacktestText } from '~/text/signal-backtest.ts';
import { signalsCliText } from '~/text/signals-cli.ts';
import { type CliAnswer, type CliContext, dayOption, defineCommand, textOption } from '../command.ts';

const options = {
  code: textOption(z.string().default(''), 'CODE', signalsCliText['signals.cli.code']),
  draft: textOption(z.uuid().optional(), 'ID', signalsCliText['signals.cli.draft']),
  from: dayOption(signalsCliText['signals.cli.from']),
  to: dayOption(signalsCliText['signals.cli.to']),
  months: textOption(
    z.coerce.number().int().min(1).max(24).default(3),
    'N',
    signalsCliText['signals.cli.months'],
  ),
};
type Context = CliContext<typeof options>;

const verbs: { readonly [verb: string]: (context: Context) => Promise<CliAnswer> } = { list, show, backtest };

/** `signals list|show|backtest`: the library of signals, one of them, or a signal run over past days. */
export const command = defineCommand({
  name: 'signals',
  summary: signalsCliText['signals.cli.summary'],
  argument: { hint: 'list|show|backtest', about: signalsCliText['signals.cli.what'] },
  options,
  async run(context): Promise<CliAnswer> {
    const verb = verbs[context.argument];
    if (verb) return verb(context);
    const line = translate(signalsCliText, context.locale)('signals.cli.unknown', context.argument);
    return { ok: false, json: { code: 'signals.unknown-verb' }, lines: [line] };
  },
});

async function list({ locale }: Context): Promise<CliAnswer> {
  const library = await listSignals(system('cli.signals'), {});
  const [, ...rows] = signalRows(library, locale);
  const { items: _, ...json } = library;
  return { ok: true, json, lines: rows.map((row) => row.filter((cell) => cell !== '').join(' · ')) };
}

async function show({ options: { code }, locale }: Context): Promise<CliAnswer> {
  const shown = await showSignal(system('cli.signals'), code, { page: 0, alerts: false });
  if (!shown.ok) return refused(shown.refusal, locale);
  const library = await listSignals(system('cli.signals'), {});
  const [heads = [], ...rows] = signalRows(library, locale);
  const row = rows.find(([first]) => first === code) ?? [];
  const { signal, examples, versions, precision } = shown.value;
  return {
    ok: true,
    json: { signal, examples, versions, precision },
    lines: row.map((cell, at) => `${heads[at]}: ${cell}`),
  };
}

async function backtest({ options, locale, progress }: Context): Promise<CliAnswer> {
  const t = translate(signalBacktestText, locale);
  const usual = defaultOrder();
  const order = { from: options.from ?? usual.from, to: options.to ?? usual.to, graceMonths: options.months };
  const bar = progress(t('backtest.progress'), 0);
  let told = 0;
  const onLoans = (done: number, total: number) => {
    bar.total(total);
    bar.tick(done - told);
    told = done;
  };
  const tested = await backtestNow({ code: options.code, draftId: options.draft ?? null }, order, onLoans);
  bar.done();
  if (!tested.ok) return refused(tested.refusal, locale);
  const page = insist(await showBacktest(system('cli.signals'), tested.value, { page: 0 }));
  const { result, code, version, from, to } = page;
  if (!result) throw new Error(`back-test ${page.id} has no result`);
  const figures = (name: string, { alerts, firms, precision: { within, ripe } }: VersionFigures) =>
    `${name}: ${t('backtest.alerts')} ${alerts}, ${t('backtest.firms')} ${firms}, ${t('backtest.within')} ${within}/${ripe}`;
  const lines = [
    `${wordSignal(code, locale)} ${from} – ${to}`,
    ...(result.before ? [figures(t('backtest.before'), result.before)] : []),
    figures(t('backtest.after'), result.after),
    t('backtest.watched', String(result.loans), String(result.seconds)),
  ];
  return { ok: true, json: { id: page.id, code, version, from, to, ...result }, lines };
}

function refused(refusal: Refusal, locale: Locale): CliAnswer {
  const sentence = wordRefusal(refusals, refusal, locale);
  return { ok: false, json: { error: refusal.code, message: sentence }, lines: [sentence] };
}
