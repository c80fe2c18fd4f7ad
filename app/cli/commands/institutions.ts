import { system } from '~/server/access/actor.ts';
import { checkEvidence } from '~/server/institution/check-evidence.ts';
import { renewalDays } from '~/server/institution/list-institutions.ts';
import { translate } from '~/text/define.ts';
import { institutionText } from '~/text/institution.ts';
import { evidenceText } from '~/text/institution-evidence.ts';
import { defineCommand, flagOption } from '../command.ts';

type Row = Awaited<ReturnType<typeof checkEvidence>>[number];

const filesOf = ({ assessments }: Row) => assessments.flatMap(({ files }) => files);
const isDue = (row: Row): boolean =>
  row.daysLeft === null || row.daysLeft <= renewalDays || row.assessments[0]?.files.length === 0;

/** `institutions --due`: who must be assessed again, or whose report is missing. Fails when a report is damaged. */
export const command = defineCommand({
  name: 'institutions',
  summary: evidenceText['evidence.cli.summary'],
  readsOnly: true,
  options: {
    due: flagOption(evidenceText['evidence.cli.due']),
  },
  async run({ options, locale }) {
    const t = translate(evidenceText, locale);
    const words = translate(institutionText, locale);
    const institutions = (await checkEvidence(system('cli.institutions'))).filter(
      (row) => !options.due || isDue(row),
    );
    const lines = institutions.map((row) => {
      const files = filesOf(row);
      const bad = files.filter(({ whole }) => !whole).length;
      const standing = words(`institution.standing.${row.standing}`);
      return t('evidence.cli.line', row.code, standing, row.until ?? '—', files.length, bad);
    });
    const ok = institutions.every((row) => filesOf(row).every(({ whole }) => whole));
    return { ok, json: { institutions }, lines: [...lines, t('evidence.cli.found', institutions.length)] };
  },
});
