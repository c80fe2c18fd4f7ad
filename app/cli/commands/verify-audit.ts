import { system } from '~/server/access/actor.ts';
import { countLines } from '~/server/audit/count-lines.ts';
import { verifyAudit } from '~/server/audit/verify-audit.ts';
import { auditText } from '~/text/audit.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { defineCommand } from '../command.ts';

export const command = defineCommand({
  name: 'verify-audit',
  summary: auditText['audit.cli.summary'],
  readsOnly: true,
  options: {},
  async run({ locale, progress }) {
    const t = translate(auditText, locale);
    const actor = system('cli.verify-audit');
    const begun = performance.now();
    const bar = progress(t('audit.cli.bar'), await countLines(actor));
    const { ok, streams, entries, firstFault } = await verifyAudit(actor, (lines) => bar.tick(lines));
    bar.done();
    const seconds = Math.round(performance.now() - begun) / 1000;
    const line = firstFault
      ? t('audit.cli.broken', t(`audit.fault.${firstFault.kind}`, firstFault.stream, firstFault.seq))
      : t('audit.cli.whole', showCount(streams, locale), showCount(entries, locale), seconds.toFixed(1));
    return { ok, json: { ok, streams, entries, firstFault, seconds }, lines: [line] };
  },
});
