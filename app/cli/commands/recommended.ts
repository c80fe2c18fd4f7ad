import { z } from 'zod';
import { system } from '~/server/access/actor.ts';
import { listNominations, nominationFilters } from '~/server/application/list-nominations.ts';
import { translate } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';
import { recommendedText } from '~/text/recommended.ts';
import { standardWords } from '~/text/recommended-rows.ts';
import { defineCommand, textOption } from '../command.ts';

/** `recommended --state listed`: the recommended list and what became of it, as the desk reads them. */
export const command = defineCommand({
  name: 'recommended',
  summary: recommendedText['recommended.cli.summary'],
  readsOnly: true,
  options: {
    state: textOption(
      z.enum(nominationFilters).default('all'),
      nominationFilters.join('|'),
      recommendedText['recommended.cli.state'],
    ),
  },
  async run({ options, locale }) {
    const t = translate(recommendedText, locale);
    const { rows, figures } = await listNominations(system('cli.recommended'), options.state, 1, 10_000);
    const lines = rows.map((row) =>
      t(
        'recommended.cli.line',
        ...([row.firm, row.uscc ?? '—', t(`recommended.state.${row.state}`)] as const),
        standardWords(row.standards, locale),
        row.taken === null ? '' : t('recommended.answers', row.taken, row.offered ?? 0),
      ),
    );
    const sums = Object.entries(figures ?? {}).map(
      ([key, value]) =>
        `${t(`figure.${key}` as 'figure.listed')}  ${typeof value === 'string' ? showFen(value, locale, 'short') : (value ?? '—')}`,
    );
    return { ok: true, json: { firms: rows, figures }, lines: [...lines, ...sums] };
  },
});
