import { z } from 'zod';
import { authorities } from '~/domain/record/precedence.ts';
import { system } from '~/server/access/actor.ts';
import { reconcile } from '~/server/record/reconcile.ts';
import { refusals } from '~/text/all-refusals.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { reconciliationText } from '~/text/reconciliation.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { defineCommand, folder, textOption } from '../command.ts';

/** `reconcile`: an item three ways. */
export const command = defineCommand({
  name: 'reconcile',
  summary: reconciliationText['reconcile.cli.summary'],
  options: {
    item: textOption(z.string().min(1), 'CODE', reconciliationText['reconcile.cli.item']),
    provider: textOption(folder, 'FILE', reconciliationText['reconcile.cli.provider']),
    third: textOption(folder, 'FILE', reconciliationText['reconcile.cli.third']),
    authority: textOption(
      z.enum(authorities).default('provider'),
      authorities.join('|'),
      reconciliationText['reconcile.cli.authority'],
    ),
    source: textOption(z.string().trim().min(1).max(60), 'NAME', reconciliationText['reconcile.cli.source']),
  },
  async run({ options, locale }) {
    const { source: thirdSource, ...rest } = options;
    const outcome = await reconcile(system('cli.reconcile'), { ...rest, thirdSource });
    if (!outcome.ok) {
      const message = wordRefusal(refusals, outcome.refusal, locale);
      return { ok: false, json: { error: outcome.refusal.code, message }, lines: [message] };
    }
    const { records, conflicts, added, unreadable, stood } = outcome.value;
    const count = (n: number) => showCount(n, locale);
    const t = translate(reconciliationText, locale);
    return {
      ok: true,
      json: outcome.value,
      lines: [
        t(
          'reconcile.cli.done',
          count(records),
          count(conflicts),
          count(added),
          count(unreadable),
          count(stood),
        ),
      ],
    };
  },
});
