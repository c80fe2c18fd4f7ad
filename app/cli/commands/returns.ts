import { system } from '~/server/access/actor.ts';
import { listReturns } from '~/server/monitoring/month-return/list-returns.ts';
import { translate } from '~/text/define.ts';
import { returnRows, returnText } from '~/text/month-return.ts';
import { defineCommand } from '../command.ts';

/** `returns 2026-10`: the newest version of a month's return, and whether the store still gives the same. */
export const command = defineCommand({
  name: 'returns',
  summary: returnText['return.cli.summary'],
  argument: { hint: 'YYYY-MM', about: returnText['return.cli.what'] },
  readsOnly: true,
  options: {},
  async run({ argument, locale }) {
    const t = translate(returnText, locale);
    const { shown, returns } = await listReturns(system('cli.returns'), { month: argument });
    if (!shown) {
      const message = t('return.cli.none', argument);
      return { ok: false, json: { error: 'monitoring.return-not-found', message }, lines: [message] };
    }
    const entry = returns.find((each) => each.month === shown.month && each.version === shown.version);
    const rows = returnRows(shown, locale).map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? cell : cell.number)).join('  '),
    );
    const standing = `${t('return.heading', shown.month, shown.version)} · ${t(`return.status.${entry?.status ?? 'due'}`)}`;
    const check = t(shown.again ? 'return.again' : 'return.differs');
    return { ok: true, json: { ...shown, ...entry }, lines: [standing, check, ...rows] };
  },
});
