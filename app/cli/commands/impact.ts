import { z } from 'zod';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { listLate } from '~/server/overview/list-late.ts';
import { type Impact, showImpact } from '~/server/overview/show-impact.ts';
import { refusals } from '~/text/all-refusals.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showCount, showPoints } from '~/text/format.ts';
import { letterOf } from '~/text/letter.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { impactText } from '~/text/scorecard.ts';
import { defineCommand, textOption } from '../command.ts';

/** `impact [--item CODE]`: what hangs on every late source, or on one item with the letter to its department. */
export const command = defineCommand({
  name: 'impact',
  summary: impactText['impact.cli.summary'],
  readsOnly: true,
  options: {
    item: textOption(z.string().min(1).optional(), 'CODE', impactText['impact.cli.item']),
  },
  async run({ options, locale }) {
    const actor = system('cli.impact');
    const t = translate(impactText, locale);
    if (options.item === undefined) {
      const late = await listLate(actor);
      const found = t('impact.cli.found', late.length);
      return { ok: true, json: { late }, lines: [...late.map((each) => lineOf(each, locale)), found] };
    }
    const shown = await showImpact(actor, options.item);
    if (!shown.ok) {
      const message = wordRefusal(refusals, shown.refusal, locale);
      return { ok: false, json: { error: shown.refusal.code, message }, lines: [message] };
    }
    const impact = insist(shown);
    const letter = letterOf(impact, locale);
    return { ok: true, json: { ...impact, letter }, lines: [lineOf(impact, locale), '', letter] };
  },
});

function lineOf(
  { name, provider, lateDays, features, products, held, ...of }: Impact,
  locale: Locale,
): string {
  const named = (each: Impact['name']) => (locale === 'en' ? each.en : each.zh);
  return translate(impactText, locale)('impact.cli.line', {
    item: named(name),
    provider: named(provider),
    lateDays,
    features: features.length,
    points: showPoints(of.points),
    products: products.length,
    pending: showCount(held.pending, locale),
    below: showCount(of.belowFloor, locale),
  });
}
