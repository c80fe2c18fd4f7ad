import { z } from 'zod';
import type { Refusal } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { casesOfBanks } from '~/server/monitoring/cases-of-banks.ts';
import { openCase } from '~/server/monitoring/open-case.ts';
import { caseTabs } from '~/server/monitoring/store-case-list.ts';
import { alertText } from '~/text/alert.ts';
import { refusals } from '~/text/all-refusals.ts';
import { caseDeskText } from '~/text/case-desk.ts';
import { casesCliText } from '~/text/cases-cli.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showInstant } from '~/text/format.ts';
import { wordSignal, wordSignalEvidence } from '~/text/monitoring.ts';
import { partsText } from '~/text/parts.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type CliAnswer, type CliContext, defineCommand, textOption } from '../command.ts';

const severities = ['red', 'orange', 'yellow'] as const;
const shown = caseTabs.filter((tab) => tab !== 'mine');

const options = {
  bank: textOption(z.string().optional(), 'CODE', casesCliText['cases.bank']),
  show: textOption(z.enum(shown).default('live'), shown.join('|'), casesCliText['cases.show']),
  severity: textOption(z.enum(severities).optional(), severities.join('|'), casesCliText['cases.severity']),
  signal: textOption(z.string().optional(), 'CODE', casesCliText['cases.signal']),
  find: textOption(z.string().optional(), 'TEXT', casesCliText['cases.find']),
  id: textOption(z.uuid().optional(), 'ID', casesCliText['cases.id']),
};
type Context = CliContext<typeof options>;

/** `cases list --bank CODE`, `cases show --id ID`: early-warning cases, and one of them in full. */
export const command = defineCommand({
  name: 'cases',
  summary: casesCliText['cases.summary'],
  argument: { hint: 'list|show', about: casesCliText['cases.what'] },
  options,
  async run(context): Promise<CliAnswer> {
    if (context.argument === 'list') return list(context);
    if (context.argument === 'show') return show(context);
    const line = translate(casesCliText, context.locale)('cases.unknown', context.argument);
    return { ok: false, json: { code: 'cases.unknown-verb' }, lines: [line] };
  },
});

async function list({ options: { show: tab, id: _, ...wanted }, locale }: Context): Promise<CliAnswer> {
  const [t, words] = [translate(casesCliText, locale), translate(alertText, locale)];
  const desk = translate(caseDeskText, locale);
  const listed = await casesOfBanks(system('cli.cases'), { ...wanted, tab });
  if (!listed.ok) return refused(listed.refusal, locale);
  const { cases, isCut } = listed.value;
  const lines = cases.map((line) =>
    [
      ...[line.id, translate(partsText, locale)(`parts.severity-${line.severity}`)],
      ...[wordSignal(line.signal, locale), line.firm, locale === 'en' ? line.bankEn : line.bankZh],
      ...[words(`alert.state.${line.state}`), t('cases.due', showInstant(line.dueAt, locale))],
      line.owner ?? desk('case.nobody'),
    ].join(' · '),
  );
  return { ok: true, json: listed.value, lines: [...lines, t('cases.sum', cases.length, isCut)] };
}

async function show({ options: { id = '' }, locale }: Context): Promise<CliAnswer> {
  const found = z.uuid().safeParse(id).success
    ? await openCase(system('cli.cases'), id)
    : ({ ok: false, refusal: { code: 'monitoring.not-found' } } as const);
  if (!found.ok) return refused(found.refusal, locale);
  const {
    signal,
    firm,
    bankZh,
    bankEn,
    severity,
    evidence,
    events,
    desk: _,
    isOwned: __,
    ...rest
  } = found.value;
  const facts = evidence.figures && wordSignalEvidence(signal, evidence.figures, locale);
  return {
    ok: true,
    json: { signal, firm, bankZh, bankEn, severity, evidence, events, ...rest },
    lines: [
      [wordSignal(signal, locale), firm, locale === 'en' ? bankEn : bankZh].join(' · '),
      ...(facts ? [facts] : []),
      ...events.map(({ at, kind, by, text }) =>
        [showInstant(at, locale), kind, by, text].filter(Boolean).join(' · '),
      ),
    ],
  };
}

function refused(refusal: Refusal, locale: Locale): CliAnswer {
  const sentence = wordRefusal(refusals, refusal, locale);
  return { ok: false, json: { error: refusal.code, message: sentence }, lines: [sentence] };
}
