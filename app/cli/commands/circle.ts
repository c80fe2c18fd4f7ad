import { z } from 'zod';
import { system } from '~/server/access/actor.ts';
import { findCircleOf } from '~/server/monitoring/find-circle.ts';
import type { Circle } from '~/server/monitoring/read-circle.ts';
import { refusals } from '~/text/all-refusals.ts';
import { circleText } from '~/text/circle.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { defineCommand, textOption } from '../command.ts';

/** `circle USCC [--if USCC]`: what the pages on a guarantee circle say, counting all loans. */
export const command = defineCommand({
  name: 'circle',
  summary: circleText['cli.circle.summary'],
  argument: { hint: 'USCC|ID', about: circleText['cli.circle.argument'] },
  readsOnly: true,
  options: {
    if: textOption(z.string().min(1).optional(), 'USCC|ID', circleText['cli.circle.if']),
  },
  async run({ argument, options, locale }) {
    const found = await findCircleOf(system('cli.circle'), argument, options.if ?? null);
    if (!found.ok) {
      const message = wordRefusal(refusals, found.refusal, locale);
      return { ok: false, json: { error: found.refusal.code, message }, lines: [message] };
    }
    const { firm, complete, ties, reached, calls, uncovered, atRiskFen } = found.value;
    return {
      ok: true,
      json: { firm, complete, ties, reached, calls, uncovered, atRiskFen },
      lines: linesOf(found.value, locale),
    };
  },
});

function linesOf({ firm, reached, calls, uncovered, atRiskFen }: Circle, locale: Locale): string[] {
  const t = translate(circleText, locale);
  const name = (named: { zh: string; en: string }) => (locale === 'en' ? named.en : named.zh);
  const money = (fen: string | null) => (fen === null ? t('circle.unknown.operator') : showFen(fen, locale));
  const line = (call: Circle['calls'][number]) =>
    t('cli.circle.call', name(call.guarantor), name(call.debtor), money(call.amountFen));
  return [
    t('circle.what', firm.name),
    ...reached.map((each) =>
      t('cli.circle.reached', each.hop, name(each.firm), money(each.debtFen), money(each.calledFen)),
    ),
    t('circle.calls'),
    ...calls.map(line),
    ...(uncovered.length > 0 ? [t('circle.uncovered'), ...uncovered.map(line)] : []),
    t('circle.at-risk-title'),
    ...atRiskFen.map((fen, hop) => `  ${t('circle.at-risk', hop)}  ${showFen(fen, locale)}`),
  ];
}
