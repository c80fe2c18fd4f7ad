import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { conflictClocks } from '~/server/record/conflict-clocks.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { reconciliationText } from '~/text/reconciliation.ts';
import { defineCommand, flagOption } from '../command.ts';

/** `conflicts [--overdue]`: what waits for a decision between sources, and until when. */
export const command = defineCommand({
  name: 'conflicts',
  summary: reconciliationText['conflicts.cli.summary'],
  readsOnly: true,
  options: {
    overdue: flagOption(reconciliationText['conflicts.cli.overdue']),
  },
  async run({ options, locale, clock }) {
    const today = clock.today();
    const t = translate(reconciliationText, locale);
    const all = await withActor(system('cli.conflicts'), (tx) => conflictClocks(tx, today));
    const runs = all.filter(({ isLate }) => isLate || !options.overdue);
    const sum = (of: typeof runs) => of.reduce((total, { waiting }) => total + waiting, 0);
    const [waiting, late] = [sum(runs), sum(runs.filter(({ isLate }) => isLate))];
    const lines = runs.map((run) =>
      t(
        'conflicts.cli.line',
        locale === 'en' ? run.itemName.en : run.itemName.zh,
        run.thirdSource,
        showCount(run.waiting, locale),
        run.dueOn,
        run.isLate,
      ),
    );
    const found = t('conflicts.cli.found', showCount(waiting, locale), showCount(late, locale));
    const shown = runs.map(({ providerId: _, ...run }) => run);
    return { ok: true, json: { today, waiting, late, comparisons: shown }, lines: [...lines, found] };
  },
});
