import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { showKnown } from '~/server/record/show-known.ts';
import type { FactRow } from '~/server/record/store-own.ts';
import { refusals } from '~/text/all-refusals.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showCount, showDay, showFen } from '~/text/format.ts';
import { reconciliationText } from '~/text/reconciliation.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { defineCommand, textOption } from '../command.ts';

const aDay = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue('YYYY-MM-DD');
  return z.NEVER;
});

/** `known`: what was known of a firm on a day. */
export const command = defineCommand({
  name: 'known',
  summary: reconciliationText['known.cli.summary'],
  options: {
    firm: textOption(z.string().min(1), 'USCC', reconciliationText['known.cli.firm']),
    item: textOption(z.string().min(1), 'CODE', reconciliationText['reconcile.cli.item']),
    on: textOption(aDay, 'YYYY-MM-DD', reconciliationText['known.cli.on']),
  },
  async run({ options, locale }) {
    const known = await showKnown(system('cli.known'), options);
    if (!known.ok) {
      const message = wordRefusal(refusals, known.refusal, locale);
      return { ok: false, json: { error: known.refusal.code, message }, lines: [message] };
    }
    const { firm, item, on, facts, hidden } = known.value;
    const t = translate(reconciliationText, locale);
    const name = locale === 'en' ? item.en : item.zh;
    const count = showCount(facts.length, locale);
    return {
      ok: true,
      json: { firm, item: options.item, on, hidden, facts: facts.map(jsonOf) },
      lines: [
        t('known.cli.head', firm, name, showDay(on, locale, 'short'), count),
        ...facts.map((fact) => lineOf(fact, locale)),
        ...(hidden > 0 ? [t('known.cli.hidden', hidden)] : []),
      ],
    };
  },
});

const jsonOf = ({ amount_fen, known_at, ...fact }: FactRow) => ({
  ...fact,
  amount_fen: amount_fen === null ? null : String(amount_fen),
  known_at: known_at.toISOString(),
});

const lineOf = (fact: FactRow, locale: Locale): string =>
  [
    fact.occurred_on ?? '—',
    fact.ended_on ? `→ ${fact.ended_on}` : '',
    fact.category ?? '',
    fact.amount_fen === null ? '' : showFen(fact.amount_fen, locale),
    fact.quantity === null ? '' : showCount(fact.quantity, locale),
    fact.detail?.reference ?? '',
  ]
    .filter((part) => part !== '')
    .join('  ');
