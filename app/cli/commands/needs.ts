import { z } from 'zod';
import type { Purpose } from '~/domain/product/vocabulary.ts';
import { system } from '~/server/access/actor.ts';
import { listPostings, postingStates } from '~/server/application/list-postings.ts';
import { translate } from '~/text/define.ts';
import { showDay, showFen } from '~/text/format.ts';
import { needsCliText } from '~/text/needs-cli.ts';
import { purposeWords } from '~/text/product-words.ts';
import { defineCommand, textOption } from '../command.ts';

/** `needs --state open`: needs that firms put before banks, and how many banks did what with each. */
export const command = defineCommand({
  name: 'needs',
  summary: needsCliText['needs.summary'],
  readsOnly: true,
  options: {
    state: textOption(
      z.enum(postingStates).default('open'),
      postingStates.join('|'),
      needsCliText['needs.state'],
    ),
  },
  async run({ options, locale }) {
    const t = translate(needsCliText, locale);
    const { rows, isCut } = await listPostings(system('cli.needs'), options.state);
    const lines = rows.map((row) =>
      t(
        'needs.line',
        showFen(row.amountFen, locale, 'short'),
        row.termMonths,
        purposeWords[row.purpose as Purpose]?.[locale] ?? row.purpose,
        t(row.state === 'open' ? 'needs.until' : 'needs.over', showDay(row.openUntil, locale)),
        row.taken,
        row.offered,
      ),
    );
    const sum = t(isCut ? 'needs.cut' : 'needs.sum', rows.length);
    return { ok: true, json: { needs: rows, isCut }, lines: [...lines, sum] };
  },
});
